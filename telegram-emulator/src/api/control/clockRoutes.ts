import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../emulator.ts'
import { ControlError } from './controlError.ts'
import { openEventStream } from './openEventStream.ts'
import { parseBody } from './parseBody.ts'

const LONGEST_ADVANCE_MS = 10 * 366 * 24 * 3600 * 1000

const advanceBody = z.object({ advance_ms: z.number().int().min(0).max(LONGEST_ADVANCE_MS) })
const confirmBody = z.object({ client_id: z.string().min(1), version: z.number().int() })

export function clockRoutes(emulator: Emulator): Router {
  const router = Router()
  const { clock, clockClients } = emulator
  // Two advances at once would mix up who has confirmed what.
  let last: Promise<unknown> = Promise.resolve()

  router.get('/clock', (_request, response) => {
    response.json(present(emulator))
  })

  router.post('/clock', async (request, response) => {
    const { advance_ms } = parseBody(advanceBody, request.body)
    const turn = last.then(() => advance(emulator, advance_ms))
    last = turn.catch(() => {})
    response.json(await turn)
  })

  router.get('/clock/stream', (request, response) => {
    const send = openEventStream(request, response, () => clockClients.disconnect(id))
    const id = clockClients.connect(send, { offset_ms: clock.offsetMs, version: clock.version })
  })

  router.post('/clock/confirm', (request, response) => {
    const { client_id, version } = parseBody(confirmBody, request.body)
    if (!clockClients.confirm(client_id, version)) {
      throw new ControlError(404, `client_id: no connected process has the id ${client_id}`)
    }
    response.json({ ok: true })
  })

  return router
}

async function advance(emulator: Emulator, ms: number) {
  const { clock, clockClients, store, events, limits } = emulator
  clock.advance(ms)
  store.changed()
  const announced = { offset_ms: clock.offsetMs, version: clock.version }
  const { missing } = await clockClients.announce(announced, limits.clockConfirmMs)
  // Only now: an update sent earlier could reach a process that still lives in the old time.
  clock.runDue()
  events.publish({ type: 'clock', now: new Date(clock.now()).toISOString(), offset_ms: clock.offsetMs })
  if (missing > 0) {
    throw new ControlError(
      504,
      `the clock was advanced, but ${missing} of ${clockClients.size} connected processes did not confirm ` +
        `version ${announced.version} within ${limits.clockConfirmMs / 1000} s`,
    )
  }
  return present(emulator)
}

function present({ clock, clockClients }: Emulator) {
  return {
    now: new Date(clock.now()).toISOString(),
    offset_ms: clock.offsetMs,
    version: clock.version,
    clients: clockClients.size,
  }
}
