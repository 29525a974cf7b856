import { expect, it } from 'vitest'

import { newLearnerState } from './newLearnerState.ts'
import { stepStateOf } from './stepStateOf.ts'

it('should know only steps that were opened', () => {
  const step = { openedAt: '2026-03-01T10:00:00.000Z', completedAt: null, timeSpent: 0 }
  const state = { ...newLearnerState(), steps: { a: step } }
  expect(stepStateOf(state, 'a')).toBe(step)
  for (const id of ['b', 'constructor', '__proto__']) expect(stepStateOf(state, id)).toBeNull()
})
