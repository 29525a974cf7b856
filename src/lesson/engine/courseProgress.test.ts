import { describe, expect, it } from 'vitest'

import { buildRelease } from '../testing/buildRelease.ts'
import { uuidOf } from '../testing/uuidOf.ts'
import { courseProgress } from './courseProgress.ts'
import { newLearnerState } from './newLearnerState.ts'

const withDone = (count: number) => ({
  ...newLearnerState(),
  steps: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      uuidOf(index),
      { openedAt: '', completedAt: 'then', timeSpent: 0 },
    ]),
  ),
})
const course = (count: number, isRequired = true) =>
  buildRelease(
    1,
    Array.from({ length: count }, (_, index) => ({ id: uuidOf(index), isRequired })),
  )

describe('courseProgress', () => {
  it('should round down, so that 100 means all', () => {
    expect(courseProgress(course(300), withDone(299))).toEqual({ done: 299, total: 300, percent: 99 })
    expect(courseProgress(course(300), withDone(300)).percent).toBe(100)
  })

  it('should count all steps when none is required', () => {
    expect(courseProgress(course(4, false), withDone(1))).toEqual({ done: 1, total: 4, percent: 25 })
  })

  it('should not count optional steps nor steps that have left', () => {
    const release = buildRelease(1, [{ id: uuidOf(0), isRequired: false }, { id: uuidOf(50) }])
    expect(courseProgress(release, withDone(9))).toEqual({ done: 0, total: 1, percent: 0 })
  })

  it('should be 0 for a course without steps until it is completed', () => {
    expect(courseProgress(course(0), newLearnerState()).percent).toBe(0)
    expect(courseProgress(course(0), { ...newLearnerState(), status: 'completed' }).percent).toBe(100)
  })
})
