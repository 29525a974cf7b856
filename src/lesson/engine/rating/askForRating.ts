import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import type { LearnerState } from '../learnerState.ts'

/** Whoever has done something in the course may say what they think of it. */
const mayRate = ({ completedAt, steps }: LearnerState) =>
  completedAt !== null || Object.values(steps).some((step) => step.completedAt !== null)

export const askForRating = (turn: Turn): AdvanceResult => {
  const { state } = turn
  if (!mayRate(state)) return answer(turn, { type: 'notice', key: 'rateLater' })
  return answer(turn, { type: 'rating', version: state.version, stage: 'ask', stars: state.rating ?? null })
}

/** A tap on stars. They count at once; a comment may follow. */
export const rate = (turn: Turn, stars: number): AdvanceResult => {
  if (stars < 1 || stars > 5 || !mayRate(turn.state)) return askForRating(turn)
  const state: LearnerState = { ...turn.state, rating: stars, asked: { for: 'ratingComment' } }
  return answer(
    { ...turn, state, records: [...turn.records, { type: 'rating', stars, comment: null }] },
    { type: 'rating', version: state.version, stage: 'comment', stars, isInPlace: true },
  )
}
