import { describe, expect, it } from 'vitest'

import { newLearnerState } from '../../lesson/engine/newLearnerState.ts'
import type { LearnerState } from '../../lesson/engine/types.ts'
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

  it('should be completed when either was, since the first time', () => {
    const merged = mergeStates(
      state({ status: 'active' }),
      state({ status: 'completed', completedAt: '2026-01-02' }),
    )
    expect(merged).toMatchObject({ status: 'completed', completedAt: '2026-01-02' })
    expect(mergeStates(state({}), state({ status: 'active' })).status).toBe('active')
  })
})
