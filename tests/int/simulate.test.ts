import { expect, it } from 'vitest'

import { simulate } from '../../simulate/simulate.ts'
import { tableOf } from '../../simulate/tableOf.ts'
import { productEnv } from '../helpers/productEnv.ts'

it('should hold every invariant after days of learning in which runners and web processes are killed', async () => {
  const { invariants, counts } = await simulate(
    { learners: 18, days: 6, seed: 'test', chaos: ['runner', 'web'] },
    { env: { ...productEnv(), LOG_LEVEL: 'warn' }, say: () => undefined },
  )
  expect(
    invariants.filter(({ broken }) => broken > 0),
    tableOf(invariants),
  ).toEqual([])
  expect(counts.crashes).toBe(3)
  // Else it would have shown nothing.
  const seen = Object.fromEntries(invariants.map(({ name, checked }) => [name, checked]))
  expect(seen['progress follows from facts']).toBeGreaterThan(20)
  expect(seen['answers are graded rightly']).toBeGreaterThan(20)
  expect(seen['steps are unlocked when their rules are fulfilled']).toBeGreaterThan(20)
  expect(seen['a step is released once']).toBeGreaterThan(3)
  expect(seen['nobody is reminded twice of the same']).toBeGreaterThan(3)
  expect(seen['what is told of our own accord is sent once']).toBeGreaterThan(3)
  expect(seen['reviews are what reviewers decided']).toBeGreaterThan(0)
})
