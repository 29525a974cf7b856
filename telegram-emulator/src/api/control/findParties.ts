import type { Emulator } from '../../emulator.ts'
import { mayUse } from '../../state/managedBots.ts'
import type { BotRecord, ChatRecord, Person } from '../../state/types.ts'
import { ControlError } from './controlError.ts'

export function findBot(emulator: Emulator, username: string): BotRecord {
  const bot = emulator.store.botByUsername(username)
  if (!bot) throw new ControlError(404, `there is no bot @${username}`)
  return bot
}

export function findPerson(emulator: Emulator, id: string | number): Person {
  const person = emulator.store.people.get(Number(id))
  if (!person) throw new ControlError(404, `there is no person ${id}`)
  return person
}

export interface Parties {
  bot: BotRecord
  person: Person
}

/** The bot and the person of a /emulator/chats/:bot/:person path. */
export function findParties(emulator: Emulator, path: { bot: string; person: string }): Parties {
  return { bot: findBot(emulator, path.bot), person: findPerson(emulator, path.person) }
}

/** @throws {ControlError} when the bot's access is restricted to others */
export function requireAccess({ bot, person }: Parties): void {
  if (!mayUse(bot, person.id))
    throw new ControlError(403, `person ${person.id} may not use @${bot.username}: its access is restricted`)
}

export function findOpenChat(emulator: Emulator, { bot, person }: Parties): ChatRecord {
  const chat = emulator.store.chat(bot.id, person.id)
  if (!chat)
    throw new ControlError(404, `person ${person.id} has not started @${bot.username} yet: send a text first`)
  return chat
}
