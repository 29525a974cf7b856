import type { LearnerState, QuizRecord, StepState } from '../../lesson/engine/learnerState.ts'
import { mergeAssignments } from './mergeAssignments.ts'

const earliest = (...times: (string | null)[]): string | null =>
  times.filter((time) => time !== null).toSorted()[0] ?? null

/** Attempts are not added up: they could be more than there may be. Whoever has more of them has done more. */
const mergeQuizzes = (
  one: QuizRecord | undefined,
  other: QuizRecord | undefined,
): Pick<StepState, 'quiz'> => {
  if (one === undefined || other === undefined) {
    const quiz = one ?? other
    return quiz === undefined ? {} : { quiz }
  }
  const kept = other.finished > one.finished ? other : one
  const bests = [one.best, other.best].filter((best) => best !== null)
  // Attempts that are begun later must not bear the number of one that was.
  const begun = Math.max(one.begun, other.begun)
  return { quiz: { ...kept, begun, best: bests.length === 0 ? null : Math.max(...bests) } }
}

const mergeSteps = (one: StepState, other: StepState | undefined): StepState => {
  if (other === undefined) return one
  const assignment = mergeAssignments(one.assignment, other.assignment)
  return {
    ...one,
    openedAt: earliest(one.openedAt, other.openedAt) ?? one.openedAt,
    completedAt: earliest(one.completedAt, other.completedAt),
    timeSpent: Math.max(one.timeSpent, other.timeSpent),
    ...mergeQuizzes(one.quiz, other.quiz),
    ...(assignment === undefined ? {} : { assignment }),
  }
}

/** What was released to either is, since when it first was. */
const mergeTimes = (
  one: Record<string, string> | undefined,
  other: Record<string, string> | undefined,
): Record<string, string> | undefined => {
  if (one === undefined || other === undefined) return one ?? other
  const times = Object.entries(one).map(([id, at]) => [id, earliest(at, other[id] ?? null) ?? at])
  return { ...other, ...Object.fromEntries(times) }
}

/** One person's two ways through a course become one: it goes on where `kept` stands, and all that was done is done. */
export const mergeStates = (kept: LearnerState, other: LearnerState): LearnerState => {
  const steps = { ...other.steps }
  for (const [id, step] of Object.entries(kept.steps)) steps[id] = mergeSteps(step, other.steps[id])
  // The row that may still go on; of two, the one of the later day.
  const [streak] = [kept.streak, other.streak]
    .flatMap((one) => (one === undefined ? [] : [one]))
    .toSorted((a, b) => b.day.localeCompare(a.day) || b.days - a.days)
  const isCompleted = kept.status === 'completed' || other.status === 'completed'
  const isActive = kept.status === 'active' || other.status === 'active'
  const enrolledAt = earliest(kept.enrolledAt ?? null, other.enrolledAt ?? null)
  const unlocked = { ...other.unlocked, ...kept.unlocked }
  const drip = mergeTimes(kept.drip, other.drip)
  const overrides = { ...other.overrides, ...kept.overrides }
  const bookmarks = [...new Set([...(other.bookmarks ?? []), ...(kept.bookmarks ?? [])])]
  return {
    ...kept,
    ...(bookmarks.length > 0 ? { bookmarks } : {}),
    ...(enrolledAt === null ? {} : { enrolledAt }),
    ...(Object.keys(unlocked).length > 0 ? { unlocked } : {}),
    ...(drip === undefined ? {} : { drip }),
    ...(Object.keys(overrides).length > 0 ? { overrides } : {}),
    steps,
    ...(streak === undefined ? {} : { streak }),
    status: isCompleted ? 'completed' : isActive ? 'active' : 'invited',
    completedAt: earliest(kept.completedAt, other.completedAt),
  }
}
