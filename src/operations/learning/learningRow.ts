import type { Pool } from 'pg'

import type { Learning } from '../../contracts/api/learning.ts'
import type { Locale } from '../../contracts/locale.ts'
import { noSettings } from '../../contracts/learnerSettings.ts'
import { courseProgress } from '../../lesson/engine/courseProgress.ts'
import { openSteps } from '../../lesson/engine/opening/openSteps.ts'
import { awaitedStep } from '../../lesson/engine/rules/awaitedStep.ts'
import { stepLock } from '../../lesson/engine/rules/stepLock.ts'
import { stepIndex } from '../../lesson/engine/stepIndex.ts'
import type { Turn } from '../../lesson/engine/turn.ts'
import type { LearnerState } from '../../lesson/engine/learnerState.ts'
import type { Release, ReleaseStep } from '../../lesson/engine/release.ts'
import { upcomingStep } from '../../lesson/engine/upcomingStep.ts'
import { zoneOf } from '../../lesson/engine/zoneOf.ts'
import { loadRelease } from '../runner/loadRelease.system.ts'
import {
  enrollmentColumns,
  isTaught,
  presentBot,
  presentEnrollment,
  teachingBot,
  type EnrollmentRow,
} from './enrollmentRow.ts'
import { presentLock } from './presentLock.ts'

/** SQL: a `LearningRow` of an enrolment e, its course c, that one's bot b, and the learner u. */
export const learningColumns = `
  ${enrollmentColumns}, e.state, c.current_release_id AS "releaseId", ${isTaught} AS "isAvailable",
  u.time_zone AS "timeZone", u.telegram_id::float8 AS "telegramId", ${teachingBot}`

export type LearningRow = EnrollmentRow & {
  state: LearnerState
  releaseId: string
  isAvailable: boolean
  timeZone: string | null
  telegramId: number | null
  botUsername: string | null
}

/**
 * Where a learner stands in the newest release, as their bot would find it now; null when that one is gone.
 * @param now ISO, product time
 */
export const standingTurn = async (db: Pool, row: LearningRow, now: string): Promise<Turn | null> => {
  const { state, releaseId } = row
  const [newest, viewed] = await Promise.all(
    [releaseId, state.releaseId ?? releaseId].map((id) => loadRelease(db, id)),
  )
  if (newest === undefined) return null
  const settings = { ...noSettings, timeZone: row.timeZone }
  return openSteps<Turn>({
    ...{ newest, viewed: viewed ?? newest, state, now, settings },
    ...{ facts: [], records: [], rating: null, learnerId: row.id, name: null },
    timeZone: zoneOf({ newest, settings }),
    isClosed: !row.isAvailable,
  })
}

export const presentStep = (release: Release, { id, title, stepType }: ReleaseStep) => ({
  ...{ id, title, stepType },
  index: stepIndex(release, id) + 1,
})

export const presentLearning = (row: LearningRow, turn: Turn, locale: Locale): Learning => {
  const { newest, state } = turn
  const next = upcomingStep(turn)
  const awaited = next === null ? awaitedStep(newest, state) : null
  return {
    enrollment: presentEnrollment(row),
    course: {
      id: row.courseId,
      title: newest.title,
      language: newest.language,
      estimatedDuration: newest.estimatedDuration,
      isAvailable: row.isAvailable,
    },
    progress: courseProgress(newest, state),
    nextStep: next && presentStep(newest, next),
    awaitedStep: awaited && {
      ...presentStep(newest, awaited),
      lock: presentLock(stepLock(turn, awaited.id), locale),
    },
    ...presentBot(row.botUsername, row.telegramId),
  }
}
