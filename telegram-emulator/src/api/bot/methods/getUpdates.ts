import type { BotApiMethod } from '../botApiCall.ts'
import { BotApiError } from '../botApiError.ts'
import { LIMITS } from '../validate/limits.ts'
import { readAllowedUpdates } from '../validate/readAllowedUpdates.ts'

export const getUpdates: BotApiMethod = async ({ emulator, bot, parameters, onGone }) => {
  if (bot.webhook) {
    throw new BotApiError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  }
  const offset = parameters.integer('offset', 0)
  const limit = parameters.integer('limit', LIMITS.updates[1], ...LIMITS.updates)
  const timeout = parameters.integer('timeout', 0, ...LIMITS.longPollS)
  const allowed = readAllowedUpdates(parameters)
  if (allowed !== undefined) {
    bot.allowedUpdates = allowed
    emulator.store.changed()
  }
  const outcome = await emulator.deliveries.of(bot).getUpdates(offset, limit, timeout * 1000, onGone)
  if ('conflict' in outcome) throw new BotApiError(409, outcome.conflict)
  return outcome.updates
}
