import type { Emulator } from '../../../emulator.ts'
import type { ChatMessage } from '../../../state/types.ts'
import { detectEntities } from '../../bot/validate/detectEntities.ts'
import { LIMITS } from '../../bot/validate/limits.ts'
import { ControlError } from '../controlError.ts'
import { findOpenChat, requireAccess, type Parties } from '../findParties.ts'
import { findSeenMessage } from './findSeenMessage.ts'

/** The person changes the text of a message, or what is written below a file. */
export function editFromPerson(
  emulator: Emulator,
  parties: Parties,
  edit: { message_id: number; text: string },
): ChatMessage {
  const { bot, person } = parties
  requireAccess(parties)
  const chat = findOpenChat(emulator, parties)
  if (chat.isBlocked) throw new ControlError(409, `person ${person.id} has blocked @${bot.username}`)
  const old = findSeenMessage(chat, edit.message_id)
  const now = emulator.clock.unixTime()
  if (old.from.id !== person.id) throw new ControlError(409, 'message_id: the message is not of this person')
  if (now - old.date > LIMITS.editableS)
    throw new ControlError(409, 'message_id: the message is older than 48 hours')
  const message: ChatMessage = { ...withText(old, edit.text), edit_date: now }
  emulator.store.putMessage(chat, message)
  emulator.events.publish({ type: 'edit', bot: bot.username, person: person.id, message })
  emulator.deliveries.push(bot, { type: 'edited_message', payload: message })
  return message
}

function withText(old: ChatMessage, text: string): ChatMessage {
  const isCaption = old.text === undefined
  if (isCaption && !(old.photo ?? old.video ?? old.animation ?? old.audio ?? old.voice ?? old.document))
    throw new ControlError(409, 'message_id: the message has neither a text nor a caption')
  if (isCaption && text.length > LIMITS.caption)
    throw new ControlError(400, `text: a caption has at most ${LIMITS.caption} characters`)
  if (text === (isCaption ? old.caption : old.text)) throw new ControlError(409, 'text: nothing is changed')
  const { entities: _entities, caption_entities: _captionEntities, ...rest } = old
  const found = detectEntities(text, [])
  if (isCaption) return { ...rest, caption: text, ...(found.length > 0 && { caption_entities: found }) }
  return { ...rest, text, ...(found.length > 0 && { entities: found }) }
}
