import { describe, expect, it } from 'vitest'

import { newLearnerState } from '../../lesson/engine/newLearnerState.ts'
import type { LearnerState } from '../../lesson/engine/learnerState.ts'
import { mergeStates } from './mergeStates.ts'

const step = (openedAt: string, completedAt: string | null = null, timeSpent = 1) => ({
  openedAt,
  completedAt,
  timeSpent,
})
const state = (changes: Partial<LearnerState>): LearnerState => ({ ...newLearnerState(), ...changes })

describe('mergeStates', () => {
  it('should go on where the kept one stands', () => {
    const kept = state({ version: 7, view: 'step', stepId: 'b', releaseId: 'r2' })
    const other = state({ version: 30, view: 'completion', stepId: 'c', releaseId: 'r1' })
    expect(mergeStates(kept, other)).toMatchObject({ version: 7, view: 'step', stepId: 'b', releaseId: 'r2' })
  })

  it('should lose nothing that was done in either', () => {
    const kept = state({ steps: { a: step('2026-01-03'), b: step('2026-01-04', '2026-01-05', 9) } })
    const other = state({ steps: { a: step('2026-01-01', '2026-01-02', 5), c: step('2026-01-06') } })
    expect(mergeStates(kept, other).steps).toEqual({
      a: step('2026-01-01', '2026-01-02', 5),
      b: step('2026-01-04', '2026-01-05', 9),
      c: step('2026-01-06'),
    })
  })

  it('should leave open what was open to either, since when it first was, and what teachers have set', () => {
    const opensAt = (at: string) => ({ opensAt: at })
    const kept = state({
      drip: { a: '2026-01-03', b: '2026-01-04' },
      overrides: { d: opensAt('2026-02-01') },
    })
    const other = state({
      drip: { a: '2026-01-01', c: '2026-01-05' },
      overrides: { d: opensAt('2026-03-01'), e: opensAt('2026-03-02') },
    })
    expect(mergeStates(kept, other)).toMatchObject({
      drip: { a: '2026-01-01', b: '2026-01-04', c: '2026-01-05' },
      overrides: { d: opensAt('2026-02-01'), e: opensAt('2026-03-02') },
    })
    expect(mergeStates(state({}), state({}))).not.toHaveProperty('drip')
  })

  it('should keep the days in a row that may still go on', () => {
    const old = state({ streak: { days: 9, day: '2026-01-02', best: 9 } })
    const late = state({ streak: { days: 2, day: '2026-01-05', best: 4 } })
    for (const [kept, other] of [
      [old, late],
      [late, old],
      [state({}), late],
    ] as const)
      expect(mergeStates(kept, other).streak).toEqual(late.streak)
    expect(mergeStates(state({}), state({}))).not.toHaveProperty('streak')
  })

  it('should number the answers of both on, and keep what is best of them', () => {
    const answered = (
      attempts: number,
      status: 'pending' | 'approved' | 'rejected',
      best: number | null,
    ) => ({
      ...{ attempts, attempt: attempts, status, best, submittedAt: '2026-01-02', isLate: false },
      ...{ score: null, maxScore: null, comment: null, voice: null },
    })
    const merged = (kept: ReturnType<typeof answered> | undefined, other: ReturnType<typeof answered>) =>
      mergeStates(
        state({ steps: { a: { ...step('2026-01-01'), ...(kept && { assignment: kept }) } } }),
        state({ steps: { a: { ...step('2026-01-01'), assignment: other } } }),
      ).steps.a?.assignment
    expect(merged(undefined, answered(2, 'rejected', 10))).toMatchObject({ attempts: 2, attempt: 2 })
    expect(merged(answered(1, 'pending', null), answered(2, 'approved', 90))).toMatchObject({
      ...{ attempts: 3, attempt: 1, status: 'pending', best: 90 },
    })
    expect(merged(answered(1, 'rejected', null), answered(2, 'approved', 90))).toMatchObject({
      ...{ attempts: 3, attempt: 3, status: 'approved', best: 90 },
    })
  })

  it('should keep the attempts at a quiz of who made more of them, and the best result of both', () => {
    const quizzed = (begun: number, finished: number, best: number | null) =>
      state({ steps: { a: { ...step('2026-01-01'), quiz: { begun, finished, best } } } })
    const merged = (one: LearnerState, other: LearnerState) => mergeStates(one, other).steps.a?.quiz
    expect(merged(quizzed(2, 1, 90), quizzed(3, 3, 50))).toEqual({ begun: 3, finished: 3, best: 90 })
    expect(merged(quizzed(4, 1, null), quizzed(1, 1, 50))).toEqual({ begun: 4, finished: 1, best: 50 })
    expect(merged(state({ steps: { a: step('2026-01-01') } }), quizzed(1, 1, 50))).toMatchObject({ best: 50 })
  })

  it('should be completed when either was, since the first time', () => {
    const merged = mergeStates(
      state({ status: 'active' }),
      state({ status: 'completed', completedAt: '2026-01-02' }),
    )
    expect(merged).toMatchObject({ status: 'completed', completedAt: '2026-01-02' })
    expect(mergeStates(state({}), state({ status: 'active' })).status).toBe('active')
  })
})
