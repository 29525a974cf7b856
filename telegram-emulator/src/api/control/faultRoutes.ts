import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../emulator.ts'
import { UPDATE_TYPES } from '../../delivery/updateKinds.ts'
import type { DeliveryFault, Fault } from '../../faults/faultTable.ts'
import { findMethod } from '../bot/schema/findMethod.ts'
import { parseBody } from './parseBody.ts'
import { findBot } from './findParties.ts'

const times = z.number().int().min(1)
const common = {
  bot: z.string().min(1).optional(),
  delay_ms: z.number().int().min(0).optional(),
}

const newCallFault = z.object({
  ...common,
  target: z.literal('call').optional(),
  method: z
    .string()
    .refine((name) => findMethod(name) !== undefined, 'is not a Bot API method')
    .optional(),
  error_code: z.number().int().min(400).max(599).optional(),
  description: z.string().min(1).optional(),
  retry_after: z.number().int().min(0).optional(),
  delay_ms: common.delay_ms.unwrap().max(600_000).optional(),
  after_apply: z.boolean().optional(),
  times,
})

const newDeliveryFault = z
  .object({
    ...common,
    target: z.literal('delivery'),
    kind: z.enum(UPDATE_TYPES).optional(),
    duplicate: z.literal(true).optional(),
    drop_answer: z.literal(true).optional(),
    times,
  })
  .refine(
    ({ duplicate, drop_answer, delay_ms }) => duplicate ?? drop_answer ?? delay_ms,
    'expected duplicate, delay_ms or drop_answer',
  )

export function faultRoutes(emulator: Emulator): Router {
  const router = Router()

  router.get('/faults', (_request, response) => {
    response.json(emulator.faults.list())
  })

  router.post('/faults', (request, response) => {
    const isDelivery = (request.body as { target?: unknown } | undefined)?.target === 'delivery'
    const fault: Fault | DeliveryFault = parseBody(isDelivery ? newDeliveryFault : newCallFault, request.body)
    if (fault.bot) fault.bot = findBot(emulator, fault.bot).username
    response.json(emulator.faults.add(fault))
  })

  router.delete('/faults', (_request, response) => {
    emulator.faults.clear()
    response.json([])
  })

  return router
}
