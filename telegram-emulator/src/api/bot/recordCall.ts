import { createHash } from 'node:crypto'

import type { Emulator } from '../../emulator.ts'
import type { BotApiAnswer, BotRecord } from '../../state/types.ts'

/** Adds the call to the log that the control API shows. */
export function recordCall(
  emulator: Emulator,
  bot: BotRecord,
  method: string,
  parameters: Record<string, unknown>,
  answer: BotApiAnswer | undefined,
): void {
  emulator.calls.add({
    bot: bot.username,
    method,
    parameters: withoutSecret(parameters),
    answer: answer ?? null,
    time: new Date(emulator.clock.now()).toISOString(),
  })
}

/** A fingerprint stands for the webhook's secret: a test can see that it changed, a reader cannot use it. */
function withoutSecret(parameters: Record<string, unknown>): Record<string, unknown> {
  if (!parameters.secret_token) return parameters
  const digest = createHash('sha256').update(String(parameters.secret_token)).digest('hex')
  return { ...parameters, secret_token: `sha256:${digest.slice(0, 16)}` }
}
