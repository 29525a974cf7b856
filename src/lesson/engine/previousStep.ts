import { openStepIds } from './openStepIds.ts'
import { placeInRelease } from './placeInRelease.ts'
import type { LearnerState } from './learnerState.ts'
import type { Release, ReleaseStep } from './release.ts'

/** Where "back" leads, null: nowhere. Steps that an author put in between and that are locked are passed. */
export const previousStep = (
  releases: { viewed: Release; newest: Release },
  state: LearnerState,
  stepId: string,
): ReleaseStep | null => {
  const { viewed, newest } = releases
  const place = placeInRelease(newest, viewed, stepId)
  const isHere = newest.steps[place]?.id === stepId
  const before = newest.steps.slice(0, isHere ? place : place + 1)
  const open = openStepIds(newest, state)
  return before.findLast(({ id }) => open.has(id)) ?? null
}
