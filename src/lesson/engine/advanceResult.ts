import type { LearnerSettings } from '../../contracts/learnerSettings.ts'
import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { NoticeKind } from '../../contracts/notice.ts'
import type { DraftItem, LearnerState } from './learnerState.ts'
import type { TimerKind } from './systemEvent.ts'

/** What happened, for analytics and for recomputing progress. */
export type Fact = {
  type:
    | 'bot_started'
    | 'enrolled'
    | 'step_unlocked'
    | 'step_opened'
    | 'step_completed'
    | 'quiz_answered'
    | 'assignment_submitted'
    | 'assignment_reviewed'
    | 'quiz_finished'
    | 'course_completed'
    | 'restarted'
    | 'reminder_sent'
    | 'bot_blocked'
    | 'bot_unblocked'
    | 'override'
  stepId: string | null
  releaseId: string | null
  data: Record<string, string | number | boolean | null | string[]>
}

/** Something will happen at a time unless the learner is done with it before. One per kind, step and attempt. */
export type TimerRecord = {
  type: 'timer'
  kind: TimerKind
  stepId: string
  attempt: number
  /** ISO, product time. */
  dueAt: string
}

/** An answer to an assignment is handed in. */
export type SubmissionRecord = {
  type: 'submission'
  stepId: string
  stepTitle: string
  releaseId: string
  attempt: number
  items: DraftItem[]
  isLate: boolean
  maxScore: number | null
  /** At once, by the step's own setting. */
  isApproved: boolean
  submittedAt: string
}

/** An answer is approved because nobody has reviewed it. */
export type AutoApprovalRecord = {
  type: 'autoApproval'
  stepId: string
  attempt: number
  score: number | null
  reviewedAt: string
}

/** What the person has chosen anew, for all their courses. */
export type SettingsRecord = { type: 'settings'; change: Partial<LearnerSettings> }
/** `comment` null: the one that there is stays. */
export type RatingRecord = { type: 'rating'; stars: number; comment: string | null }
/** The learner is to be given their data, and then forgotten. */
export type ErasureRecord = { type: 'erasure' }

/** The learner is to be told something that follows nothing they did just now, once at most. */
export type NoticeRecord = {
  type: 'notice'
  kind: NoticeKind
  /** There is one of a learner, kind and key; null: unlocks, which go into those that still wait to be told. */
  key: string | null
  effect: LessonEffect
  /** ISO, product time. */
  dueAt: string
}

/** What is written in the learner's transaction beside state, progress and facts. */
export type EngineRecord =
  | TimerRecord
  | SubmissionRecord
  | AutoApprovalRecord
  | SettingsRecord
  | RatingRecord
  | ErasureRecord
  | NoticeRecord

export type AdvanceResult = {
  state: LearnerState
  effects: LessonEffect[]
  facts: Fact[]
  records: EngineRecord[]
  /** The event is to come again: what it is about is not known yet. */
  isPostponed?: true
}
