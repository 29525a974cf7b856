import { z } from 'zod'

import type { Emulator } from '../../../emulator.ts'
import { removeReplyKeyboard } from '../../../state/replyKeyboard.ts'
import type { ChatMessage, ChatRecord, MessageContent } from '../../../state/types.ts'
import { withoutReply } from '../../../state/withoutReply.ts'
import type { Parties } from '../findParties.ts'
import { postFromPerson } from '../postFromPerson.ts'
import { sendText } from '../sendText.ts'
import { findSeenMessage } from './findSeenMessage.ts'
import { contactSchema, ownContact } from './ownContact.ts'
import { keyboardButtons } from './keyboardButton.ts'
import { besideFile, fileContents } from './sentFile.ts'
import { shareUsers, usersSharedSchema } from './shareUsers.ts'

const contents = {
  text: z.string().trim().min(1).max(4096).optional(),
  contact: contactSchema.optional(),
  location: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
  users_shared: usersSharedSchema.optional(),
  ...fileContents,
}

export const sendBody = z
  .object({
    ...contents,
    ...besideFile,
    /** null does not reply where the bot asks for it with ForceReply. */
    reply_to_message_id: z.number().int().positive().nullable().optional(),
  })
  .refine(
    (body) =>
      Object.keys(contents).filter((name) => body[name as keyof typeof contents] !== undefined).length === 1,
    `expected exactly one of ${Object.keys(contents).join(', ')}`,
  )

/** The person posts a message of any kind into the chat; `media` is what it holds if that is a file. */
export function sendFromPerson(
  emulator: Emulator,
  parties: Parties,
  body: z.output<typeof sendBody>,
  media?: MessageContent,
): ChatMessage {
  const known = emulator.store.chat(parties.bot.id, parties.person.id)
  const reply = known && replyTo(known, body)
  const message = media
    ? postFromPerson(emulator, parties, { ...replying(reply), ...media })
    : post(emulator, parties, body, reply)
  const chat = emulator.store.openChat(parties.bot.id, parties.person.id)
  // The interface of a reply closes with the next message.
  if (chat.replyKeyboard && !('keyboard' in chat.replyKeyboard.markup)) removeReplyKeyboard(emulator, chat)
  return message
}

function post(
  emulator: Emulator,
  parties: Parties,
  { text, contact, location, users_shared }: z.output<typeof sendBody>,
  repliedTo: ChatMessage | undefined,
): ChatMessage {
  if (text !== undefined) return sendText(emulator, parties, text, repliedTo)
  const reply = replying(repliedTo)
  if (contact !== undefined) {
    const { person } = parties
    return postFromPerson(emulator, parties, {
      ...reply,
      contact: contact === true ? ownContact(person) : contact,
    })
  }
  if (location) return postFromPerson(emulator, parties, { ...reply, location })
  if (!users_shared) throw new Error('a message without content')
  return postFromPerson(emulator, parties, { users_shared: shareUsers(emulator, parties, users_shared) })
}

function replying(repliedTo: ChatMessage | undefined): Pick<ChatMessage, 'reply_to_message'> {
  return repliedTo ? { reply_to_message: withoutReply(repliedTo) } : {}
}

/** A reply may be chosen; it comes by itself where the bot asked for one or a button asked for what is sent. */
function replyTo(chat: ChatRecord, body: z.output<typeof sendBody>): ChatMessage | undefined {
  const { reply_to_message_id: id } = body
  if (id === null) return undefined
  if (id !== undefined) return findSeenMessage(chat, id, 'reply_to_message_id')
  const { replyKeyboard } = chat
  if (!replyKeyboard) return undefined
  const isAskedFor =
    replyKeyboard.markup.force_reply === true ||
    keyboardButtons(chat).some(
      (button) =>
        (body.contact === true && 'request_contact' in button) ||
        (body.location && 'request_location' in button),
    )
  return isAskedFor ? chat.messages.get(replyKeyboard.messageId) : undefined
}
