import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { findChat } from '../validate/findChat.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'
import { readRichMessage } from '../validate/rich/readRichMessage.ts'

/** A preview of a rich message; nothing of it is kept. */
export const sendRichMessageDraft: BotApiMethod = async (call) => {
  const { emulator, bot, parameters } = call
  refuseUnemulated(call, ['message_thread_id', 'can_stop', 'keep_on_stop'])
  const draftId = parameters.integer('draft_id', 0)
  const rich_message = await readRichMessage(call, true)
  const { person } = findChat(call)
  if (draftId === 0) throw badRequest('RANDOM_ID_INVALID')
  emulator.events.publish({
    type: 'draft',
    bot: bot.username,
    person: person.id,
    draft_id: draftId,
    message: { rich_message },
  })
  return true
}
