import { Router } from 'express'

import type { Emulator } from '../../emulator.ts'
import { announceClock } from './announceClock.ts'

/** Makes the emulator as new. Numbers that were handed out are not handed out again. */
export function resetRoutes(emulator: Emulator): Router {
  const router = Router()

  router.post('/reset', async (_request, response) => {
    const { store, files, clock, deliveries, faults, calls, events, taps } = emulator
    deliveries.clear()
    taps.close()
    faults.clear()
    calls.clear()
    store.clear()
    clock.reset()
    await files.clear()
    events.publish({ type: 'reset' })
    response.json(await announceClock(emulator, 'set back'))
  })

  return router
}
