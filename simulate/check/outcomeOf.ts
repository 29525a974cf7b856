import type { TaughtCourse } from '../stack/teachCourse.ts'
import type { LearnerHistory } from './history.ts'

/** What everybody has reached, in words that are the same in every run of a seed: no ids and no times. */
export type Outcome = Record<string, string>

/** @returns by the learner's name and the step's key */
export const outcomeOf = (
  histories: readonly LearnerHistory[],
  courses: readonly TaughtCourse[],
): Outcome => {
  const keys = new Map(courses.flatMap(({ ids }) => [...ids].map(([key, id]) => [id, key] as const)))
  const outcome: Outcome = {}
  for (const { name, state, progress, percent, status } of histories) {
    outcome[name] = `${status} ${percent} %`
    const unlocked = new Set(Object.keys({ ...state.unlocked, ...state.drip }))
    for (const stepId of new Set([...progress.keys(), ...unlocked])) {
      const row = progress.get(stepId)
      const done = row?.isCompleted === true ? 'done' : row === undefined ? 'not opened' : 'opened'
      const score = row?.score ?? '–'
      const lock = unlocked.has(stepId) ? ', unlocked' : ''
      outcome[`${name} ${keys.get(stepId) ?? stepId}`] =
        `${done}, ${row?.attempts ?? 0} times, ${score}${lock}`
    }
  }
  return outcome
}
