import type { Emulator } from '../emulator.ts'
import { botUser } from './botUser.ts'
import { makeToken } from './makeToken.ts'
import type { BotRecord } from './types.ts'

/** Tells the manager that the bot was made, has a new token or a new owner. */
export function tellManager({ store, deliveries }: Emulator, bot: BotRecord): void {
  const manager = bot.managerId === undefined ? undefined : store.botById(bot.managerId)
  const owner = bot.ownerId === undefined ? undefined : store.people.get(bot.ownerId)
  if (!manager || !owner) return
  deliveries.push(manager, { type: 'managed_bot', payload: { user: owner, bot: botUser(bot) } })
}

/** Revokes the token. The webhook belongs to the token and goes with it; updates that wait stay. */
export function rotateToken(emulator: Emulator, bot: BotRecord): string {
  emulator.store.replaceToken(bot, makeToken(bot.id))
  bot.webhook = null
  bot.lastError = null
  bot.first410At = null
  emulator.deliveries.of(bot).webhookChanged()
  tellManager(emulator, bot)
  return bot.token
}

/** Whether the person may use the bot: anybody, unless its access is restricted. */
export function mayUse(bot: BotRecord, personId: number): boolean {
  if (!bot.access?.isRestricted) return true
  return personId === bot.ownerId || bot.access.addedUserIds.includes(personId)
}
