/**
 * What stands in a bot's `applied.webhook` in place of the hash of one. none, polling: Telegram is to keep no webhook ·
 * lost: it had one, and has it no longer.
 */
export const webhookMarks = { none: 'none', polling: 'polling', lost: 'lost' } as const

/** Whether Telegram has, or had, a webhook of the bot. */
export const hadWebhook = (applied: string | undefined): boolean =>
  applied !== undefined && applied !== webhookMarks.none && applied !== webhookMarks.polling
