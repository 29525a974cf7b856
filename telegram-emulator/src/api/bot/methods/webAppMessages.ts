import { randomBytes } from 'node:crypto'

import type { PreparedInlineMessage } from '@grammyjs/types'

import { botUser } from '../../../state/botUser.ts'
import { mayUse } from '../../../state/managedBots.ts'
import { postFromPerson } from '../../control/postFromPerson.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { LIMITS } from '../validate/limits.ts'
import { readInlineResult } from '../validate/readInlineResult.ts'

/** The person sends the result through the bot into the chat from which the Mini App was opened. Once. */
const answerWebAppQuery: BotApiMethod = async (call) => {
  const { emulator, bot, parameters } = call
  const { store, clock } = emulator
  const content = await readInlineResult(call)
  const id = parameters.string('web_app_query_id')
  const query = store.webAppQueries.get(id, clock.now())
  const person = query && store.people.get(query.personId)
  if (query?.botId !== bot.id || !person)
    throw badRequest('query is too old and response timeout expired or query ID is invalid')
  if (store.chat(bot.id, person.id)?.isBlocked || !mayUse(bot, person.id)) throw badRequest('USER_IS_BLOCKED')
  store.webAppQueries.delete(id)
  postFromPerson(emulator, { bot, person }, { ...content, via_bot: botUser(bot) })
  // An inline_message_id is told for messages with an inline keyboard alone.
  return {}
}

const savePreparedInlineMessage: BotApiMethod = async (call): Promise<PreparedInlineMessage> => {
  const { emulator, bot, parameters } = call
  const { store, clock } = emulator
  const personId = parameters.identifier('user_id')
  if (personId <= 0) throw badRequest('invalid user_id specified')
  const content = await readInlineResult(call)
  if (!store.people.has(personId)) throw badRequest('user not found')
  const id = randomBytes(12).toString('base64url')
  const expiresAt = clock.now() + LIMITS.preparedMessageLifetimeS * 1000
  const mayGoToBots = parameters.boolean('allow_bot_chats')
  store.preparedMessages.put(id, { botId: bot.id, personId, content, mayGoToBots, expiresAt }, clock.now())
  return { id, expiration_date: Math.floor(expiresAt / 1000) }
}

export const webAppMessages = { answerWebAppQuery, savePreparedInlineMessage }
