import type { Emulator } from '../../emulator.ts'
import type { BotRecord } from '../../state/types.ts'

/** A bot in lists. `owner` is a person's id, `manager` a username; null for bots that BotFather made. */
export function describeBot({ store }: Emulator, bot: BotRecord) {
  return {
    id: bot.id,
    username: bot.username,
    name: bot.texts['']?.name ?? bot.username,
    can_manage_bots: bot.canManageBots,
    owner: bot.ownerId ?? null,
    manager: (bot.managerId !== undefined && store.botById(bot.managerId)?.username) || null,
  }
}
