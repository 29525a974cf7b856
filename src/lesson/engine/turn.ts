import type { LearnerSettings } from '../../contracts/learnerSettings.ts'
import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { AdvanceResult, EngineRecord, Fact } from './advanceResult.ts'
import type { LearnerState } from './learnerState.ts'
import type { Release } from './release.ts'

/** One action being judged: what the parts of the engine pass on to each other. */
export type Turn = {
  /** The release that the learner's place is in; the newest one when they have none. */
  viewed: Release
  newest: Release
  state: LearnerState
  facts: readonly Fact[]
  records: readonly EngineRecord[]
  now: string
  rating: number | null
  learnerId: string
  /** The learner's first name; null when nobody knows it. */
  name: string | null
  settings: LearnerSettings
  /** The course is not taught at present. */
  isClosed: boolean
  /** IANA name of the zone in which the learner reads times. */
  timeZone: string
}

/** Ends the turn with these effects. */
export const answer = (turn: Turn, ...effects: LessonEffect[]): AdvanceResult => ({
  state: turn.state,
  effects,
  facts: [...turn.facts],
  records: [...turn.records],
})
