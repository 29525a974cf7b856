import type { LearnerState, StepState } from '../../lesson/engine/types.ts'

const earliest = (...times: (string | null)[]): string | null =>
  times.filter((time) => time !== null).toSorted()[0] ?? null

const mergeSteps = (one: StepState, other: StepState | undefined): StepState =>
  other === undefined
    ? one
    : {
        ...one,
        openedAt: earliest(one.openedAt, other.openedAt) ?? one.openedAt,
        completedAt: earliest(one.completedAt, other.completedAt),
        timeSpent: Math.max(one.timeSpent, other.timeSpent),
      }

/** One person's two ways through a course become one: it goes on where `kept` stands, and all that was done is done. */
export const mergeStates = (kept: LearnerState, other: LearnerState): LearnerState => {
  const steps = { ...other.steps }
  for (const [id, step] of Object.entries(kept.steps)) steps[id] = mergeSteps(step, other.steps[id])
  const isCompleted = kept.status === 'completed' || other.status === 'completed'
  const isActive = kept.status === 'active' || other.status === 'active'
  const bookmarks = [...new Set([...(other.bookmarks ?? []), ...(kept.bookmarks ?? [])])]
  return {
    ...kept,
    ...(bookmarks.length > 0 ? { bookmarks } : {}),
    steps,
    status: isCompleted ? 'completed' : isActive ? 'active' : 'invited',
    completedAt: earliest(kept.completedAt, other.completedAt),
  }
}
