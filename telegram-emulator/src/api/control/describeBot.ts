import type { Emulator } from '../../emulator.ts'
import type { BotRecord } from '../../state/types.ts'

/**
 * A bot in lists. `owner` is a person's id, `manager` a username; null for bots that BotFather made. `photo` and
 * `animated_photo` are file_unique_ids; null without one.
 */
export function describeBot({ store, files }: Emulator, bot: BotRecord) {
  const { sizes = [], animation = '' } = bot.profilePhoto ?? {}
  return {
    id: bot.id,
    username: bot.username,
    name: bot.texts['']?.name ?? bot.username,
    can_manage_bots: bot.canManageBots,
    owner: bot.ownerId ?? null,
    photo: files.get(sizes.at(-1) ?? '')?.id ?? null,
    animated_photo: files.get(animation)?.id ?? null,
    manager: (bot.managerId !== undefined && store.botById(bot.managerId)?.username) || null,
  }
}
