import type { Release, ReleaseStep } from '../release.ts'
import type { DripPace } from './schedule.ts'

/** Steps that are released together. `stepId`: the first of them. */
export type DripRelease = {
  stepId: string
  stepIds: string[]
  when:
    /** Not kept back at all. */
    | { kind: 'free' }
    /** When the learner begins the course. */
    | { kind: 'start' }
    | { kind: 'date'; at: string }
    /** So long after the release before, or after the beginning. */
    | ({ kind: 'chain' } & DripPace)
}

const sectionOf = ({ section }: ReleaseStep): string | null => section?.trim() || null

const whenOf = ({ drip }: Release, own: ReleaseStep['drip'], isFirst: boolean): DripRelease['when'] => {
  if (own?.mode === 'none') return { kind: 'free' }
  if (own?.mode === 'date') return { kind: 'date', at: own.at }
  const pace = own ?? drip
  if (pace === undefined || (own === undefined && isFirst && drip?.isFirstAtOnce)) return { kind: 'start' }
  const { amount, unit, weekdays, time } = pace
  return { kind: 'chain', amount, unit, weekdays, time }
}

const divide = (release: Release): DripRelease[] => {
  const { steps, drip } = release
  const isBeginning = (step: ReleaseStep, index: number): boolean => {
    const before = steps[index - 1]
    if (step.drip !== undefined || drip === undefined) return step.drip !== undefined
    return before === undefined || drip.per === 'step' || sectionOf(before) !== sectionOf(step)
  }
  const releases: DripRelease[] = []
  for (const [index, step] of steps.entries()) {
    if (isBeginning(step, index)) {
      const when = whenOf(release, step.drip, releases.length === 0)
      releases.push({ stepId: step.id, stepIds: [step.id], when })
    } else releases.at(-1)?.stepIds.push(step.id)
  }
  return releases
}

/** Releases never change, so each is divided once. */
const divided = new WeakMap<Release, DripRelease[]>()

/**
 * What the steps of a release are released in, in the course's order: what the course's own schedule divides it into, and
 * every step that has a schedule of its own, with those that follow. Steps before the first of these are free.
 */
export const dripReleases = (release: Release): readonly DripRelease[] => {
  const known = divided.get(release) ?? divide(release)
  divided.set(release, known)
  return known
}
