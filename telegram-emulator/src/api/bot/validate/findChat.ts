import type { ChatRecord, Person } from '../../../state/types.ts'
import { BotApiError, badRequest } from '../botApiError.ts'
import type { BotApiCall } from '../botApiCall.ts'

/** The private chat that chat_id names; it exists only once the person has written to the bot. */
export function findChat(call: BotApiCall): { chat: ChatRecord; person: Person } {
  const id = call.parameters.string('chat_id')
  if (id === '') throw badRequest('chat_id is empty')
  // A person's username does not address a private chat: only ids do.
  const personId = /^\d+$/.test(id) ? Number(id) : Number.NaN
  const { store } = call.emulator
  const chat = store.chat(call.bot.id, personId)
  const person = store.people.get(personId)
  if (!chat || !person) throw badRequest('chat not found')
  if (chat.isBlocked) throw new BotApiError(403, 'Forbidden: bot was blocked by the user')
  return { chat, person }
}
