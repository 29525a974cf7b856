import type { LearnerSettings } from '../../contracts/learnerSettings.ts'
import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { Locale } from '../../contracts/locale.ts'
import type { RunnerAction } from '../../contracts/runnerActions.ts'
import type { EngineRecord, Fact } from '../../lesson/engine/advanceResult.ts'
import type { LearnerState } from '../../lesson/engine/learnerState.ts'

/**
 * One of the last updates of a learner; `effects` stay until they are known to be sent. What Telegram did not
 * tell, because it was not the learner's doing, has a negative id.
 */
export type RecentUpdate = { id: number; effects?: LessonEffect[] }

/** The locked row of a learner, or of a tester, with what is read together with it. */
export type LearnerRow = LearnerSettings & {
  /** Of a tester: the row in `testers`, which counts nowhere. */
  isTest: boolean
  enrollmentId: string
  userId: string
  telegramId: number
  courseId: string
  state: LearnerState
  updates: RecentUpdate[]
  isUserActive: boolean
  /** As Telegram told at the learner's last action. */
  firstName: string | null
  lastName: string | null
  username: string | null
  languageCode: string | null
  /** Of the working copy: for courses that have nothing else to go by. */
  courseLanguage: string
  rating: number | null
  /** The course is not published, or archived; known of those to whom something happens. */
  isClosed?: boolean
  /** null: not published, archived, or the bot is paused. */
  releaseId: string | null
}

/** What a batch changes for one learner. */
export type LearnerChange = {
  row: LearnerRow
  state: LearnerState
  updates: RecentUpdate[]
  facts: (Fact & { updateId: number })[]
  records: EngineRecord[]
  /** What the learner did; something that happened to them has none. */
  action?: RunnerAction
}

export type Answer = {
  status: 'done' | 'duplicate' | 'busy' | 'rejected' | 'failed'
  locale: Locale
  effects: LessonEffect[]
  isTest?: true
}
