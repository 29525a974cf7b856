import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../emulator.ts'
import { canonicalMethod } from '../bot/callMethod.ts'
import { parseBody } from './parseBody.ts'
import { findBot } from './findParties.ts'

const newFault = z.object({
  bot: z.string().min(1).optional(),
  method: z
    .string()
    .refine((name) => canonicalMethod(name) !== undefined, 'is not a Bot API method')
    .optional(),
  error_code: z.number().int().min(400).max(599).optional(),
  description: z.string().min(1).optional(),
  retry_after: z.number().int().min(0).optional(),
  delay_ms: z.number().int().min(0).max(600_000).optional(),
  after_apply: z.boolean().optional(),
  times: z.number().int().min(1),
})

export function faultRoutes(emulator: Emulator): Router {
  const router = Router()

  router.get('/faults', (_request, response) => {
    response.json(emulator.faults.list())
  })

  router.post('/faults', (request, response) => {
    const fault = parseBody(newFault, request.body)
    if (fault.bot) fault.bot = findBot(emulator, fault.bot).username
    response.json(emulator.faults.add(fault))
  })

  router.delete('/faults', (_request, response) => {
    emulator.faults.clear()
    response.json([])
  })

  return router
}
