import { z } from 'zod'

import { processState } from '../../processState.ts'

/** With which Telegram signs initData. @see https://core.telegram.org/bots/webapps#validating-data-for-third-party-use */
const telegramKey = 'e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d'

const keysSchema = z.object({ ed25519: z.string().regex(/^[0-9a-f]{64}$/) })

/**
 * Telegram's public key, or that of the emulator in its place.
 * @param url where the emulator tells its own; undefined: Telegram's
 */
export const telegramPublicKey = async (url: string | undefined): Promise<string> => {
  if (url === undefined) return telegramKey
  const state = processState()
  if (state.telegramPublicKey !== undefined) return state.telegramPublicKey
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) })
  const { ed25519 } = keysSchema.parse(await response.json())
  return (state.telegramPublicKey = ed25519)
}
