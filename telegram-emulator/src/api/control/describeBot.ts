import type { Emulator } from '../../emulator.ts'
import type { BotRecord } from '../../state/types.ts'

/**
 * A bot in lists. `owner` is a person's id, `manager` a username; null for bots that BotFather made. `photo` and
 * `animated_photo` are file_unique_ids; null without one.
 */
export function describeBot({ store }: Emulator, bot: BotRecord) {
  return {
    id: bot.id,
    username: bot.username,
    name: bot.texts['']?.name ?? bot.username,
    can_manage_bots: bot.canManageBots,
    owner: bot.ownerId ?? null,
    photo: bot.profilePhoto?.sizes.at(-1) ?? null,
    animated_photo: bot.profilePhoto?.animation ?? null,
    manager: (bot.managerId !== undefined && store.botById(bot.managerId)?.username) || null,
  }
}
