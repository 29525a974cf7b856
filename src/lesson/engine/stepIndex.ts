import type { Release } from './release.ts'

/** Releases never change, so each is numbered once. */
const numbered = new WeakMap<Release, Map<string, number>>()

/** Where a step stands in a release, from 0; -1: nowhere. */
export const stepIndex = (release: Release, stepId: string): number => {
  const known = numbered.get(release) ?? new Map(release.steps.map(({ id }, index) => [id, index]))
  numbered.set(release, known)
  return known.get(stepId) ?? -1
}
