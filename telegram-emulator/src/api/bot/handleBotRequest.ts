import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

import type { Emulator } from '../../emulator.ts'
import { faultAnswer } from '../../faults/faultAnswer.ts'
import type { Fault } from '../../faults/faultTable.ts'
import type { BotApiAnswer, BotRecord } from '../../state/types.ts'
import { BotApiError } from './botApiError.ts'
import { readBotPath } from './botPath.ts'
import { callMethod } from './callMethod.ts'
import { readParameters, type GivenParameters } from './readParameters.ts'
import { recordCall } from './recordCall.ts'
import { findMethod } from './schema/findMethod.ts'

/** Serves /bot<token>/<method>. It stands before Express, since every message of every bot passes here. */
export async function handleBotRequest(
  emulator: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '', query = ''] = splitOnce(request.url ?? '', '?')
  let bot: BotRecord
  let name: string
  let given: GivenParameters
  try {
    const { token, isTest, method } = readBotPath(path)
    bot = findBot(emulator, token, isTest)
    given = await readParameters(emulator.files, request, new URLSearchParams(query))
    name = method === '' ? String(given.values.method ?? '') : method
  } catch (error) {
    if (!(error instanceof BotApiError)) throw error
    return send(response, { ok: false, error_code: error.code, description: error.message })
  }
  const fault = emulator.faults.takeForCall(bot.username, findMethod(name)?.name ?? name)
  const { values, files } = given
  const run = () => callMethod(emulator, bot, name, values, (end) => response.once('close', end), files)
  try {
    const answer = fault ? await answerWithFault(fault, run) : await run()
    recordCall(emulator, bot, { name, ...given }, answer)
    if (answer) send(response, answer)
    else request.socket.destroy()
  } finally {
    await emulator.files.discard(files.values())
  }
}

/** All bots are those of Telegram's production environment; the test environment knows none of them. */
function findBot(emulator: Emulator, token: string, isTest: boolean): BotRecord {
  const bot = isTest ? undefined : emulator.store.botByToken(token)
  if (!bot) throw new BotApiError(401, 'Unauthorized')
  return bot
}

/** Undefined: the connection is to be cut without an answer. */
async function answerWithFault(
  fault: Fault,
  run: () => Promise<BotApiAnswer>,
): Promise<BotApiAnswer | undefined> {
  const applied = fault.after_apply ? await run() : undefined
  if (fault.delay_ms) await delay(fault.delay_ms)
  if (fault.error_code) return faultAnswer({ ...fault, error_code: fault.error_code })
  // A mere delay: the right answer, but late.
  if (fault.delay_ms) return applied ?? (await run())
  return undefined
}

function send(response: ServerResponse, answer: BotApiAnswer): void {
  const body = Buffer.from(JSON.stringify(answer))
  const headers: Record<string, string | number> = {
    'content-type': 'application/json',
    'content-length': body.length,
  }
  const retryAfter = answer.ok ? undefined : answer.parameters?.retry_after
  if (retryAfter !== undefined) headers['retry-after'] = retryAfter
  response.writeHead(answer.ok ? 200 : answer.error_code, headers)
  response.end(body)
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
