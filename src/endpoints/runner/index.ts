import type { Config, PayloadRequest } from 'payload'

import { requireRunner } from '../../access/requireRunner.ts'
import { runnerActionsRequestSchema } from '../../contracts/runnerActions.ts'
import { runnerBotReportSchema } from '../../contracts/runnerBots.ts'
import { applyActions } from '../../operations/applyActions/applyActions.system.ts'
import { completeOutboxRow } from '../../operations/runner/completeOutboxRow.system.ts'
import { getLearnerRelease } from '../../operations/runner/getLearnerRelease.system.ts'
import { getRunnerBot } from '../../operations/runner/getRunnerBot.system.ts'
import { getUnsentDelivery } from '../../operations/runner/getUnsentDelivery.system.ts'
import { listRunnerBots } from '../../operations/runner/listRunnerBots.system.ts'
import { reportBot } from '../../operations/runner/reportBot.system.ts'
import { endpoint, routeParam } from '../endpoint.ts'
import { parseBody } from '../parseBody.ts'

const runnerEndpoint = (
  method: 'get' | 'post',
  path: string,
  handle: (req: PayloadRequest) => Promise<unknown>,
) =>
  endpoint(method, `/runner${path}`, (req) => {
    requireRunner(req)
    return handle(req)
  })

/** For bot-runners alone; the shapes are those of `src/contracts`. */
export const runnerEndpoints: NonNullable<Config['endpoints']> = [
  runnerEndpoint('post', '/actions', async (req) =>
    applyActions({ payload: req.payload, request: await parseBody(req, runnerActionsRequestSchema) }),
  ),
  runnerEndpoint('get', '/bots', (req) => {
    const { changedAfter, key } = req.query as { changedAfter?: string; key?: string }
    return listRunnerBots({ payload: req.payload, changedAfter, key })
  }),
  runnerEndpoint('get', '/bots/:id', (req) =>
    getRunnerBot({ payload: req.payload, botId: routeParam(req, 'id') }),
  ),
  runnerEndpoint('post', '/bots/:id/report', async (req) =>
    reportBot({ req, botId: routeParam(req, 'id'), report: await parseBody(req, runnerBotReportSchema) }),
  ),
  runnerEndpoint('get', '/releases/:id', (req) =>
    getLearnerRelease({ payload: req.payload, releaseId: routeParam(req, 'id') }),
  ),
  runnerEndpoint('get', '/deliveries/:id', (req) =>
    getUnsentDelivery({ payload: req.payload, enrollmentId: routeParam(req, 'id') }),
  ),
  runnerEndpoint('post', '/outbox/:id/done', (req) =>
    completeOutboxRow({ payload: req.payload, outboxId: routeParam(req, 'id') }),
  ),
]
