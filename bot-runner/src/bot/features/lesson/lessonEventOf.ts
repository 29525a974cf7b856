import type { Message, Update } from 'grammy/types'

import { maxMessageText, type LessonEvent } from '../../../../../src/contracts/lessonEvent.ts'
import { decodeTap } from '../../../../../src/lesson/callbackData.ts'
import { cleanText } from '../../cleanText.ts'
import { sentFileOf } from './sentFileOf.ts'

const commandForm = /^\/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]+)?(?:\s+([^]*))?$/
const payloadForm = /^[A-Za-z0-9_-]{1,64}$/

const commands = {
  help: 'help',
  progress: 'progress',
  contents: 'contents',
  bookmarks: 'bookmarks',
  resume: 'resume',
  continue: 'resume',
  settings: 'settings',
  rate: 'rate',
  restart: 'restart',
  delete_me: 'deleteMe',
} as const

const isCommand = (word: string): word is keyof typeof commands => Object.hasOwn(commands, word)

/** What a person can say with beside text and files. Anything else in a message is Telegram reporting on the chat. */
const contents: ReadonlySet<string> = new Set<keyof Message>([
  'checklist',
  'contact',
  'dice',
  'game',
  'location',
  'paid_media',
  'poll',
  'sticker',
  'story',
  'venue',
])

const fromText = (text: string, messageId: number): LessonEvent => {
  if (!text.startsWith('/')) {
    const said = cleanText(text, maxMessageText)
    return { type: 'message', kind: 'text', text: said, file: null, messageId }
  }
  const [, word = '', rest = ''] = commandForm.exec(text) ?? []
  const command = word.toLowerCase()
  if (command === 'start') {
    const payload = rest.trim()
    return { type: 'start', payload: payloadForm.test(payload) ? payload : null }
  }
  return { type: 'command', command: isCommand(command) ? commands[command] : 'unknown' }
}

const fromTap = (data: string | undefined): LessonEvent => {
  const tap = data === undefined ? null : decodeTap(data)
  return tap === null ? { type: 'unreadableTap' } : { type: 'tap', tap }
}

const fromMessage = (message: Message): LessonEvent | null => {
  const { message_id: messageId } = message
  if (message.text !== undefined) return fromText(message.text, messageId)
  const text = message.caption === undefined ? null : cleanText(message.caption, maxMessageText)
  const file = sentFileOf(message)
  if (file !== null) return { type: 'message', kind: 'file', text, file, messageId }
  for (const field in message)
    if (contents.has(field)) return { type: 'message', kind: 'other', text: null, file: null, messageId }
  return null
}

/** @returns null for what asks for nothing: service messages, edits, kinds of updates that are not ours */
export const lessonEventOf = ({ message, callback_query: query }: Update): LessonEvent | null => {
  if (query !== undefined) return fromTap(query.data)
  return message === undefined ? null : fromMessage(message)
}
