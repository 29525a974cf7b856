import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../emulator.ts'
import { announceClock, clockState } from './announceClock.ts'
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
    response.json(clockState(emulator))
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
  emulator.clock.advance(ms)
  return announceClock(emulator, 'advanced')
}
