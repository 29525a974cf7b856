import { stuckSteps, type OrderedStep } from './ruleDependencies.ts'

/**
 * Steps that wait for each other in a circle, so that none of them can ever open; the first stands at the end again
 * only in people's words. Null: there is none.
 *
 * @param steps in the course's order
 * @param through only circles that this step is part of
 */
export const findRuleCycle = (steps: readonly OrderedStep[], through?: string): string[] | null => {
  const stuck = stuckSteps(steps)
  for (const start of through === undefined ? stuck.keys() : [through]) {
    // Breadth first, so that the circle that is named is a short one.
    const paths: string[][] = [[start]]
    const seen = new Set<string>()
    for (const path of paths)
      for (const next of stuck.get(path.at(-1) ?? '') ?? []) {
        if (next === start) return path
        if (seen.has(next)) continue
        seen.add(next)
        paths.push([...path, next])
      }
  }
  return null
}
