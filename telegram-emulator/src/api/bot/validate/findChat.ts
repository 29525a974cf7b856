import type { ChatRecord, Person } from '../../../state/types.ts'
import { BotApiError, badRequest } from '../botApiError.ts'
import type { BotApiCall } from '../botApiCall.ts'

export interface PrivateChat {
  chat: ChatRecord
  person: Person
}

/** The private chat that a parameter names; it exists only once the person has written to the bot. */
export function findKnownChat(call: BotApiCall, parameter = 'chat_id'): PrivateChat {
  if (!call.parameters.has(parameter)) throw badRequest('chat_id is empty')
  // A person's username does not address a private chat: only ids do.
  const personId = call.parameters.identifier(parameter)
  const { store } = call.emulator
  const chat = store.chat(call.bot.id, personId)
  const person = store.people.get(personId)
  if (!chat || !person) throw badRequest('chat not found')
  return { chat, person }
}

/** The private chat of chat_id, in which the bot may write. */
export function findChat(call: BotApiCall): PrivateChat {
  const known = findKnownChat(call)
  if (known.chat.isBlocked) throw new BotApiError(403, 'Forbidden: bot was blocked by the user')
  return known
}
