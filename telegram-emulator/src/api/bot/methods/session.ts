import type { BotApiMethod } from '../botApiCall.ts'
import { LIMITS } from '../validate/limits.ts'

/** The bot leaves this server: its webhook and the updates that wait go, and for ten minutes it cannot come back. */
const logOut: BotApiMethod = ({ emulator, bot }) => {
  bot.loggedOutUntil = emulator.clock.now() + LIMITS.loggedOutS * 1000
  bot.webhook = null
  bot.pending.clear()
  emulator.deliveries.of(bot).webhookChanged()
  emulator.store.changed()
  return true
}

/** The next call starts the bot's instance again, so nothing is left to see of it. */
const close: BotApiMethod = () => true

export const session = { logOut, close }
