import { describe, expect, it } from 'vitest'

import { buildRelease } from '../testing/buildRelease.ts'
import { uuidOf } from '../testing/uuidOf.ts'
import { newLearnerState } from './newLearnerState.ts'
import type { LearnerState } from './learnerState.ts'
import type { Release } from './release.ts'
import { upcomingStep } from './upcomingStep.ts'

const at = '2026-03-01T10:00:00.000Z'
const opened = (isDone: boolean) => ({ openedAt: at, completedAt: isDone ? at : null, timeSpent: 0 })
const [one, two, three] = [uuidOf(1), uuidOf(2), uuidOf(3)]
const newest = buildRelease(1, [{ id: one }, { id: two }, { id: three }])

/** The place in the course where somebody would go on. */
const placeOf = (state: Partial<LearnerState>, viewed: Release = newest) => {
  const step = upcomingStep({ newest, viewed, state: { ...newLearnerState(), status: 'active', ...state } })
  return step === null ? null : newest.steps.indexOf(step) + 1
}

describe('upcomingStep', () => {
  it('should be the first one for whoever has not begun', () => {
    expect(placeOf({ status: 'invited' })).toBe(1)
  })

  it('should be where the learner is until that is done, then the one after it', () => {
    expect(placeOf({ stepId: one, steps: { [one]: opened(false) } })).toBe(1)
    expect(placeOf({ stepId: one, steps: { [one]: opened(true) } })).toBe(2)
    // Looking again at the first one.
    expect(placeOf({ stepId: one, steps: { [one]: opened(true), [two]: opened(true) } })).toBe(3)
  })

  it('should lead on from a step that has left the course', () => {
    const gone = uuidOf(9)
    const viewed = buildRelease(1, [{ id: one }, { id: gone }, { id: two }, { id: three }])
    expect(placeOf({ stepId: gone, steps: { [one]: opened(true), [gone]: opened(false) } }, viewed)).toBe(2)
  })

  it('should be none when all is done', () => {
    const steps = Object.fromEntries([one, two, three].map((id) => [id, opened(true)]))
    expect(placeOf({ stepId: three, status: 'completed', steps })).toBeNull()
  })
})
