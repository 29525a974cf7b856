import type { BotAccessSettings } from '@grammyjs/types'

import { rotateToken } from '../../../state/managedBots.ts'
import type { BotRecord } from '../../../state/types.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { LIMITS } from '../validate/limits.ts'
import { readIdentifiers } from '../validate/readIdentifiers.ts'

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
  const id = parameters.identifier('user_id')
  if (id <= 0) throw badRequest('invalid user_id specified')
  const managed = emulator.store.botById(id)
  if (!managed) throw badRequest('user not found')
  if (!bot.canManageBots || managed.managerId !== bot.id) throw badRequest('BOT_ACCESS_FORBIDDEN')
  return managed
}

function readUserIds({ emulator, parameters }: BotApiCall): number[] {
  if (!parameters.has('added_user_ids')) return []
  const ids = readIdentifiers(parameters, 'added_user_ids', { what: 'user', most: LIMITS.addedUsers })
  return [...new Set(ids)].map((id) => {
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
