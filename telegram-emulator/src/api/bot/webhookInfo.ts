import type { WebhookInfo } from '@grammyjs/types'

import type { Emulator } from '../../emulator.ts'
import type { BotRecord } from '../../state/types.ts'

export function webhookInfo(emulator: Emulator, bot: BotRecord): WebhookInfo {
  return {
    url: bot.webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: emulator.deliveries.of(bot).pendingCount(),
    ...(bot.webhook?.ipAddress && { ip_address: bot.webhook.ipAddress }),
    ...(bot.lastError && { last_error_date: bot.lastError.date, last_error_message: bot.lastError.message }),
    ...(bot.webhook && { max_connections: bot.webhook.maxConnections }),
    ...(bot.allowedUpdates && { allowed_updates: bot.allowedUpdates as WebhookInfo['allowed_updates'] & {} }),
  }
}
