import type { BotAccessSettings } from '@grammyjs/types'

import { rotateToken } from '../../../state/managedBots.ts'
import type { BotRecord } from '../../../state/types.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'

const MOST_ADDED_USERS = 10

const getManagedBotToken: BotApiMethod = (call) => findManaged(call).token

const replaceManagedBotToken: BotApiMethod = (call) => rotateToken(call.emulator, findManaged(call))

const getManagedBotAccessSettings: BotApiMethod = (call): BotAccessSettings => {
  const { access } = findManaged(call)
  if (!access?.isRestricted) return { is_access_restricted: false }
  const { people } = call.emulator.store
  const users = access.addedUserIds.map((id) => people.get(id)).filter((person) => person !== undefined)
  return { is_access_restricted: true, ...(users.length > 0 && { added_users: users }) }
}

const setManagedBotAccessSettings: BotApiMethod = (call) => {
  const bot = findManaged(call)
  const isRestricted = call.parameters.boolean('is_access_restricted')
  bot.access = { isRestricted, addedUserIds: isRestricted ? readUserIds(call) : [] }
  call.emulator.store.changed()
  return true
}

/** The bot that `user_id` names, if the caller manages it. */
function findManaged({ emulator, bot, parameters }: BotApiCall): BotRecord {
  const id = Number(parameters.string('user_id'))
  if (!Number.isSafeInteger(id) || id <= 0) throw badRequest('invalid user_id specified')
  const managed = emulator.store.botById(id)
  if (!managed) throw badRequest('user not found')
  if (!bot.canManageBots || managed.managerId !== bot.id) throw badRequest('BOT_ACCESS_FORBIDDEN')
  return managed
}

function readUserIds({ emulator, parameters }: BotApiCall): number[] {
  const given = parameters.json('added_user_ids', 'user identifiers') ?? []
  if (!Array.isArray(given)) throw badRequest('expected an Array of user identifiers')
  if (given.length > MOST_ADDED_USERS) throw badRequest('too many users specified')
  return [...new Set(given.map(Number))].map((id) => {
    if (!emulator.store.people.has(id)) throw badRequest('user not found')
    return id
  })
}

export const managedBots = {
  getManagedBotToken,
  replaceManagedBotToken,
  getManagedBotAccessSettings,
  setManagedBotAccessSettings,
}
