import type { BotCommandScope } from '@grammyjs/types'

import type { BotApiCall } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { isObject, requiredInteger, requiredString, within } from '../fields.ts'

const WITHOUT_CHAT = new Set(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'])
const WITH_CHAT = new Set(['chat', 'chat_administrators', 'chat_member'])

export function readCommandScope(call: BotApiCall): BotCommandScope {
  const value = call.parameters.json('scope', 'BotCommandScope')
  if (value === undefined) return { type: 'default' }
  const scope = within("can't parse BotCommandScope", () => {
    if (!isObject(value)) throw new Error('BotCommandScope must be an Object')
    const type = requiredString(value, 'type')
    if (WITHOUT_CHAT.has(type)) return { type }
    if (!WITH_CHAT.has(type)) throw new Error('Unsupported type specified')
    const chatId = requiredString(value, 'chat_id')
    if (chatId === '') throw new Error('Empty chat_id specified')
    if (type !== 'chat_member') return { type, chat_id: Number(chatId) }
    return { type, chat_id: Number(chatId), user_id: requiredInteger(value, 'user_id') }
  })
  if ('chat_id' in scope && !call.emulator.store.chat(call.bot.id, Number(scope.chat_id))) {
    throw badRequest('chat not found')
  }
  return scope as BotCommandScope
}

/** Equal keys, equal scopes. */
export function scopeKey(scope: BotCommandScope): string {
  const parts = [scope.type, 'chat_id' in scope ? scope.chat_id : '', 'user_id' in scope ? scope.user_id : '']
  return parts.join(':')
}
