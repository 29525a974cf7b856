import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { expect, it } from 'vitest'

import { simulate } from '../../simulate/simulate.ts'
import { tableOf } from '../../simulate/tableOf.ts'
import { productEnv } from '../helpers/productEnv.ts'

const wrongGrading = pathToFileURL(path.join(import.meta.dirname, '../helpers/wrongGrading.mjs')).href

it('should see that the engine grades wrongly, and name what does not hold', async () => {
  const { invariants } = await simulate(
    { learners: 9, days: 3, seed: 'test', chaos: [] },
    {
      env: { ...productEnv(), LOG_LEVEL: 'warn' },
      nodeArgs: ['--import', wrongGrading],
      say: () => undefined,
    },
  )
  const broken = invariants.filter((row) => row.broken > 0)
  expect(
    broken.map(({ name }) => name),
    tableOf(invariants),
  ).toContain('answers are graded rightly')
  expect(broken.find(({ name }) => name === 'answers are graded rightly')?.example).toContain('recomputed 0')
})
