import { deleteForBoth } from '../../../state/deleteMessages.ts'
import type { ChatMessage } from '../../../state/types.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { findKnownChat } from '../validate/findChat.ts'
import { findMessage } from '../validate/findMessage.ts'
import { LIMITS } from '../validate/limits.ts'
import { readMessageIds } from '../validate/readIdentifiers.ts'

const deleteMessage: BotApiMethod = (call) => {
  const { parameters, emulator } = call
  if (!parameters.has('chat_id')) throw badRequest('chat identifier is not specified')
  if (parameters.integer('message_id', 0) <= 0) throw badRequest('message identifier is not specified')
  const { chat } = findKnownChat(call)
  const message = findMessage(call, chat, 'message to delete')
  refuseTooOld(call, message)
  deleteForBoth(emulator, chat, [message.message_id])
  return true
}

/** Messages that are not there are passed over; one that cannot be deleted keeps all of them. */
const deleteMessages: BotApiMethod = (call) => {
  const ids = readMessageIds(call.parameters)
  const { chat } = findKnownChat(call)
  for (const id of ids) {
    const message = chat.messages.get(id)
    if (message) refuseTooOld(call, message)
  }
  deleteForBoth(call.emulator, chat, ids)
  return true
}

export const deletions = { deleteMessage, deleteMessages }

/** Own and incoming messages can be deleted for 48 hours; a dice only after a day, lest it be thrown again. */
function refuseTooOld({ emulator }: BotApiCall, { date, dice }: ChatMessage): void {
  const age = emulator.clock.unixTime() - date
  if (age > LIMITS.deletableS || (dice && age < LIMITS.diceUndeletableS))
    throw badRequest("message can't be deleted for everyone")
}
