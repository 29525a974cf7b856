import type { Request, Response } from 'express'
import type { Update } from 'grammy/types'

import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import type { UpdateDispatcher } from '../bot/updateDispatcher.ts'
import { describeError } from '../describeError.ts'
import type { CourseBots } from '../fleet/courseBots.ts'
import type { WebhookSecrets } from '../fleet/webhookSecrets.ts'
import type { Logger } from '../logger.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import type { Gate } from './createGate.ts'
import type { Metrics } from './createMetrics.ts'
import { readBody } from './readBody.ts'

const maxBodyBytes = 1024 * 1024
const secretHeader = 'x-telegram-bot-api-secret-token'

export type WebhookOptions = {
  findBot: (key: string) => RunnerBot | undefined | Promise<RunnerBot | undefined>
  secrets: WebhookSecrets
  bots: CourseBots
  dispatcher: UpdateDispatcher
  gate: Gate
  metrics: Metrics
  log: Logger
}

const isUpdate = (value: unknown): value is Update =>
  typeof value === 'object' &&
  value !== null &&
  'update_id' in value &&
  Number.isSafeInteger(value.update_id) &&
  Number(value.update_id) >= 0

const parse = (body: Buffer): Update | undefined => {
  try {
    const value: unknown = JSON.parse(body.toString())
    return isUpdate(value) ? value : undefined
  } catch {
    return undefined
  }
}

const kindOf = (update: Update | undefined): string => {
  if (update === undefined) return 'none'
  if (update.message !== undefined) return 'message'
  if (update.callback_query !== undefined) return 'callback_query'
  if (update.poll_answer !== undefined) return 'poll_answer'
  return update.my_chat_member === undefined ? 'other' : 'my_chat_member'
}

/** Only a 2xx makes Telegram forget an update; after anything else it comes again. */
export const createWebhookHandler = (options: WebhookOptions) => {
  const { secrets, bots, dispatcher, gate, metrics, log } = options

  return async (request: Request<{ botKey: string }>, response: Response): Promise<void> => {
    const startedAt = performance.now()
    let update: Update | undefined

    const answer = (status: number, headers?: Record<string, string | number>) => {
      response.writeHead(status, { 'content-length': 0, ...headers }).end()
      metrics.updates.inc({ kind: kindOf(update), result: status })
    }

    if (!gate.enter()) return answer(503, { 'retry-after': 1, connection: 'close' })
    try {
      const found = options.findBot(request.params.botKey)
      const record = found instanceof Promise ? await found : found
      if (record === undefined) return answer(404)
      const matches = secrets.matches(record, request.get(secretHeader))
      if (!(typeof matches === 'boolean' ? matches : await matches)) return answer(401)
      const body = await readBody(request, maxBodyBytes)
      if (body === null) return answer(413, { connection: 'close' })
      update = parse(body)
      if (update === undefined) return answer(400)
      await dispatcher.dispatch(await bots.get(record), update)
      answer(200)
      metrics.updateSeconds.observe((performance.now() - startedAt) / 1000)
    } catch (error) {
      if (error instanceof RetryLaterError) return answer(503, { 'retry-after': error.retryAfterSeconds })
      log.error({ update: update?.update_id, error: describeError(error) }, 'an update was not handled')
      answer(500)
    } finally {
      gate.leave()
    }
  }
}
