import type { Fact, StepState } from './types.ts'

/** A fact as it is stored: with its ISO time. */
export type DatedFact = Fact & { at: string }

export type RecomputedProgress = {
  steps: Record<string, Omit<StepState, 'quiz'>>
  /** Of steps whose quiz was answered to its end at least once. */
  quizzes: Record<string, { finished: number; best: number }>
  completedAt: string | null
  status: 'invited' | 'active' | 'completed'
  isBlocked: boolean
}

/** An attempt counts when as many different questions are answered as it has. */
const recomputeQuizzes = (facts: readonly DatedFact[]): RecomputedProgress['quizzes'] => {
  const attempts = new Map<string, { stepId: string; total: number; answers: Map<unknown, boolean> }>()
  for (const { type, stepId, data } of facts) {
    if (type !== 'quiz_answered' || stepId === null) continue
    const key = `${stepId} ${String(data.attempt)}`
    const attempt = attempts.get(key) ?? { stepId, total: Number(data.total), answers: new Map() }
    if (!attempt.answers.has(data.question)) attempt.answers.set(data.question, data.isCorrect === true)
    attempts.set(key, attempt)
  }
  const quizzes = new Map<string, { finished: number; best: number }>()
  for (const { stepId, total, answers } of attempts.values()) {
    if (answers.size < total) continue
    const right = [...answers.values()].filter(Boolean).length
    const { finished, best } = quizzes.get(stepId) ?? { finished: 0, best: 0 }
    quizzes.set(stepId, { finished: finished + 1, best: Math.max(best, Math.floor((100 * right) / total)) })
  }
  return Object.fromEntries(quizzes)
}

/**
 * What a learner's facts, oldest first, say on their own. It shares nothing with `advance`, so that the two
 * can be held against each other. An open step's time is not in the facts: it counts 0 until completion.
 */
export const recomputeProgress = (facts: readonly DatedFact[]): RecomputedProgress => {
  const steps = new Map<string, Omit<StepState, 'quiz'>>()
  const quizzes = recomputeQuizzes(facts)
  const result: RecomputedProgress = {
    ...{ steps: {}, quizzes, completedAt: null, status: 'invited', isBlocked: false },
  }
  for (const { type, stepId, at, data } of facts) {
    if (type === 'enrolled' && result.status === 'invited') result.status = 'active'
    if (type === 'bot_blocked') result.isBlocked = true
    if (type === 'bot_unblocked') result.isBlocked = false
    if (type === 'course_completed') {
      result.status = 'completed'
      result.completedAt ??= at
    }
    // What was learned is begun anew; that the course was finished once stays true.
    if (type === 'restarted') {
      steps.clear()
      if (result.status === 'completed') result.status = 'active'
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
