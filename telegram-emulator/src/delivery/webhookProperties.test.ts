import fc from 'fast-check'
import { beforeEach, it, onTestFinished, vi } from 'vitest'

import { deliverySteps, stepsWithSilence } from '../testing/delivery/deliverySteps.ts'
import { runDelivery } from '../testing/delivery/runDelivery.ts'

// Real time stands still, so that the emulator's clock moves by the steps alone.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
})

const GENEROUS_MS = 60_000
const SHORT_MS = 150

it(
  'should keep order, lose nothing before its time and repeat nothing, whatever fails',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(deliverySteps(), (steps) => runDelivery(steps, GENEROUS_MS)),
      { seed: 1, numRuns: 500 },
    )
  },
)

it('should do so too when a webhook never answers', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(stepsWithSilence(), (steps) => runDelivery(steps, SHORT_MS)),
    { seed: 1, numRuns: 10 },
  )
})
