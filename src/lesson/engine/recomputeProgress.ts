import type { Fact, StepState } from './types.ts'

/** A fact as it is stored: with its ISO time. */
export type DatedFact = Fact & { at: string }

export type RecomputedProgress = {
  steps: Record<string, StepState>
  completedAt: string | null
  status: 'invited' | 'active' | 'completed'
  isBlocked: boolean
}

/**
 * What a learner's facts, oldest first, say on their own. It shares nothing with `advance`, so that the two
 * can be held against each other. An open step's time is not in the facts: it counts 0 until completion.
 */
export const recomputeProgress = (facts: readonly DatedFact[]): RecomputedProgress => {
  const steps = new Map<string, StepState>()
  const result: RecomputedProgress = { steps: {}, completedAt: null, status: 'invited', isBlocked: false }
  for (const { type, stepId, at, data } of facts) {
    if (type === 'enrolled' && result.status === 'invited') result.status = 'active'
    if (type === 'bot_blocked') result.isBlocked = true
    if (type === 'bot_unblocked') result.isBlocked = false
    if (type === 'course_completed') {
      result.status = 'completed'
      result.completedAt ??= at
    }
    if (stepId === null) continue
    const known = steps.get(stepId)
    if (type === 'step_opened' && known === undefined)
      steps.set(stepId, { openedAt: at, completedAt: null, timeSpent: 0 })
    if (type === 'step_completed' && (known?.completedAt ?? null) === null)
      steps.set(stepId, {
        openedAt: known?.openedAt ?? at,
        completedAt: at,
        timeSpent: typeof data.timeSpent === 'number' ? data.timeSpent : 0,
      })
  }
  return { ...result, steps: Object.fromEntries(steps) }
}
