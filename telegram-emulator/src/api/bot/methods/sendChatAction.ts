import type { ChatAction } from '../../../state/types.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { findChat } from '../validate/findChat.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

const ACTIONS = new Set<string>([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
] satisfies ChatAction[])

/** Names of earlier versions that still count. */
const EARLIER_NAMES: Record<string, ChatAction> = {
  record_audio: 'record_voice',
  upload_audio: 'upload_voice',
  pick_up_location: 'find_location',
}

export const sendChatAction: BotApiMethod = (call) => {
  const { emulator, bot, parameters } = call
  refuseUnemulated(call, ['business_connection_id', 'message_thread_id'])
  const given = parameters.string('action').toLowerCase()
  const action = EARLIER_NAMES[given] ?? given
  if (!ACTIONS.has(action)) throw badRequest('wrong parameter action in request')
  const { person } = findChat(call)
  emulator.events.publish({
    type: 'action',
    bot: bot.username,
    person: person.id,
    action: action as ChatAction,
  })
  return true
}
