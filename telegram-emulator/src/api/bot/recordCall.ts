import { createHash } from 'node:crypto'

import type { Emulator } from '../../emulator.ts'
import type { UploadedFile } from '../../files/types.ts'
import type { BotApiAnswer, BotRecord } from '../../state/types.ts'
import { findMethod } from './schema/findMethod.ts'
import { findWarnings } from './schema/findWarnings.ts'

export interface ReceivedCall {
  /** The method as the caller wrote it. */
  name: string
  values: Record<string, unknown>
  files?: ReadonlyMap<string, UploadedFile>
  /** Why not all of the body could be read. */
  problem?: string
}

/** Adds the call to the log that the control API shows, with what the real server would have put up with. */
export function recordCall(
  emulator: Emulator,
  bot: BotRecord,
  call: ReceivedCall,
  answer: BotApiAnswer | undefined,
): void {
  const warnings = findWarnings(call)
  emulator.calls.add({
    bot: bot.username,
    method: findMethod(call.name)?.name ?? call.name,
    parameters: withoutSecret(withFiles(call)),
    answer: answer ?? null,
    ...(warnings.length > 0 && { warnings }),
    time: new Date(emulator.clock.now()).toISOString(),
  })
}

/** What a part held stands in the place of its bytes. */
function withFiles({ values, files = new Map() }: ReceivedCall): Record<string, unknown> {
  const parts = [...files].map(([name, { name: file_name, mime, size }]) => [name, { file_name, mime, size }])
  return { ...values, ...Object.fromEntries(parts) }
}

/** A fingerprint stands for the webhook's secret: a test can see that it changed, a reader cannot use it. */
function withoutSecret(parameters: Record<string, unknown>): Record<string, unknown> {
  if (!parameters.secret_token) return parameters
  const digest = createHash('sha256').update(String(parameters.secret_token)).digest('hex')
  return { ...parameters, secret_token: `sha256:${digest.slice(0, 16)}` }
}
