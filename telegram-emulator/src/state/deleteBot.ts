import type { Emulator } from '../emulator.ts'
import type { BotRecord } from './types.ts'

/** What BotFather does for /deletebot: the bot goes with its chats and what waits for it. Its manager is told nothing. */
export function deleteBot({ store, deliveries, events }: Emulator, bot: BotRecord): void {
  deliveries.remove(bot)
  store.removeBot(bot)
  events.publish({ type: 'bot_deleted', bot: bot.username })
}
