import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { findChat } from '../validate/findChat.ts'
import { readText } from '../validate/readText.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

/** A preview of a message; nothing of it is kept. */
export const sendMessageDraft: BotApiMethod = (call) => {
  const { emulator, bot, parameters } = call
  refuseUnemulated(call, ['message_thread_id', 'can_stop', 'keep_on_stop'])
  const draftId = parameters.integer('draft_id', 0)
  if (draftId === 0) throw badRequest('draft identifier must be non-zero')
  // Without a text the person sees that the bot is thinking.
  const { text, entities } = parameters.has('text')
    ? readText(parameters, 'message is too long', (id) => emulator.store.people.get(id))
    : { text: '', entities: [] }
  const { person } = findChat(call)
  emulator.events.publish({
    type: 'draft',
    bot: bot.username,
    person: person.id,
    draft_id: draftId,
    message: { text, ...(entities.length > 0 && { entities }) },
  })
  return true
}
