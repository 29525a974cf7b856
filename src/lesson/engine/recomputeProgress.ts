import { recomputeQuizzes } from './recomputeQuizzes.ts'
import type { Fact } from './advanceResult.ts'
import type { StepState } from './learnerState.ts'

/** A fact as it is stored: with its ISO time. */
export type DatedFact = Fact & { at: string }

export type RecomputedProgress = {
  steps: Record<string, Omit<StepState, 'quiz' | 'assignment'>>
  /** Of steps whose quiz was answered to its end, or to the end of its time, at least once. */
  quizzes: ReturnType<typeof recomputeQuizzes>
  /** Of steps to which an answer was handed in. */
  assignments: Record<string, { attempts: number; best: number | null }>
  /** Steps that their rules, or teachers, have opened, since when. */
  unlocked: Record<string, string>
  /** What schedules have released, by its first step: when it was to be. */
  released: Record<string, string>
  completedAt: string | null
  status: 'invited' | 'active' | 'completed'
  isBlocked: boolean
}

/** Answers are counted by their numbers, the best of those that were reviewed counts. */
const recomputeAssignments = (facts: readonly DatedFact[]): RecomputedProgress['assignments'] => {
  const assignments = new Map<string, { attempts: Set<unknown>; best: number | null }>()
  for (const { type, stepId, data } of facts) {
    if (stepId === null) continue
    const known = assignments.get(stepId) ?? { attempts: new Set(), best: null }
    if (type === 'assignment_submitted') known.attempts.add(data.attempt)
    else if (type === 'assignment_reviewed' && typeof data.percent === 'number')
      known.best = Math.max(known.best ?? 0, data.percent)
    else continue
    assignments.set(stepId, known)
  }
  const counted = [...assignments].map(([id, { attempts, best }]) => [id, { attempts: attempts.size, best }])
  return Object.fromEntries(counted) as RecomputedProgress['assignments']
}

/**
 * What a learner's facts, oldest first, say on their own. It shares nothing with `advance`, so that the two
 * can be held against each other. An open step's time is not in the facts: it counts 0 until completion.
 */
export const recomputeProgress = (facts: readonly DatedFact[]): RecomputedProgress => {
  const steps = new Map<string, Omit<StepState, 'quiz' | 'assignment'>>()
  const unlocked = new Map<string, string>()
  const released = new Map<string, string>()
  const quizzes = recomputeQuizzes(facts)
  const result: RecomputedProgress = {
    ...{
      steps: {},
      quizzes,
      unlocked: {},
      released: {},
      assignments: recomputeAssignments(facts),
      completedAt: null,
      status: 'invited',
      isBlocked: false,
    },
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
      unlocked.clear()
      if (result.status === 'completed') result.status = 'active'
    }
    if (stepId === null) continue
    if (type === 'step_unlocked') {
      const [opened, when] = data.by === 'drip' ? [released, String(data.dueAt)] : [unlocked, at]
      if (!opened.has(stepId)) opened.set(stepId, when)
    }
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
  const opened = { unlocked: Object.fromEntries(unlocked), released: Object.fromEntries(released) }
  return { ...result, steps: Object.fromEntries(steps), ...opened }
}
