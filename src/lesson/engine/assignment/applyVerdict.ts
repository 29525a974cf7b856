import type { MediaFile } from '../../../contracts/mediaFile.ts'
import { unlockSteps } from '../rules/unlockSteps.ts'
import { stepStateOf } from '../stepStateOf.ts'
import type { Turn } from '../turn.ts'
import type { Fact } from '../advanceResult.ts'

export type Verdict = {
  verdict: 'approved' | 'rejected'
  /** Points; null: it is passed or not. */
  score: number | null
  comment: string | null
  voice: MediaFile | null
  /** Nobody looked at it: the step's own setting decided. */
  isAutomatic: boolean
}

/** So much of a comment is said again when the step is shown again. */
const maxComment = 1000

/** 0–100, rounded down. Passed without points is all that there is to have. */
const percentOf = ({ verdict, score }: Verdict, maxScore: number | null): number | null => {
  if (maxScore === null) return verdict === 'approved' ? 100 : null
  if (score === null) return null
  return Math.floor((Math.min(Math.max(score, 0), maxScore) * 100) / maxScore)
}

/** What a review makes of the answer that waits for it: an approved one completes its step. */
export const applyVerdict = (turn: Turn, stepId: string, verdict: Verdict): Turn => {
  const step = stepStateOf(turn.state, stepId)
  const record = step?.assignment
  if (step === null || record === undefined) return turn
  const percent = percentOf(verdict, record.maxScore)
  const best = percent === null ? record.best : Math.max(record.best ?? 0, percent)
  const isCompletedNow = verdict.verdict === 'approved' && step.completedAt === null
  const after = {
    ...step,
    completedAt: isCompletedNow ? turn.now : step.completedAt,
    assignment: {
      ...record,
      status: verdict.verdict,
      score: verdict.score,
      comment: verdict.comment?.slice(0, maxComment).toWellFormed() ?? null,
      voice: verdict.voice,
      best,
    },
  }
  const about = { stepId, releaseId: turn.state.releaseId ?? turn.newest.id }
  const { attempt } = record
  const facts: Fact[] = [
    {
      type: 'assignment_reviewed',
      ...about,
      data: { attempt, verdict: verdict.verdict, percent, isAutomatic: verdict.isAutomatic },
    },
  ]
  if (isCompletedNow) facts.push({ type: 'step_completed', ...about, data: { timeSpent: step.timeSpent } })
  return unlockSteps({
    ...turn,
    state: { ...turn.state, steps: { ...turn.state.steps, [stepId]: after } },
    facts: [...turn.facts, ...facts],
  })
}
