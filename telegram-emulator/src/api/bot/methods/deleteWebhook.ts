import { Described, type BotApiMethod } from '../botApiCall.ts'

export const deleteWebhook: BotApiMethod = ({ emulator, bot, parameters }) => {
  if (parameters.boolean('drop_pending_updates')) bot.pending.clear()
  const wasSet = bot.webhook !== null
  bot.webhook = null
  bot.lastError = null
  bot.first410At = null
  emulator.store.changed()
  // Also without a webhook: a waiting poller's queue may just have been emptied.
  emulator.deliveries.of(bot).webhookChanged()
  return new Described(true, wasSet ? 'Webhook was deleted' : 'Webhook is already deleted')
}
