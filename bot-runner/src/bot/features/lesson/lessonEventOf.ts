import type { Message, Update } from 'grammy/types'

import type { LessonEvent } from '../../../../../src/contracts/lessonEvent.ts'
import { decodeTap } from '../../../../../src/lesson/callbackData.ts'

const commandForm = /^\/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]+)?(?:\s+([^]*))?$/
const payloadForm = /^[A-Za-z0-9_-]{1,64}$/

const commands = {
  help: 'help',
  progress: 'progress',
  contents: 'contents',
  bookmarks: 'bookmarks',
  resume: 'resume',
  continue: 'resume',
  restart: 'restart',
} as const

const isCommand = (word: string): word is keyof typeof commands => Object.hasOwn(commands, word)

/** What a person can say with. Anything else in a message is Telegram reporting on the chat. */
const contents: ReadonlySet<string> = new Set<keyof Message>([
  'animation',
  'audio',
  'checklist',
  'contact',
  'dice',
  'document',
  'game',
  'location',
  'paid_media',
  'photo',
  'poll',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
])

const fromText = (text: string): LessonEvent => {
  if (!text.startsWith('/')) return { type: 'message', kind: 'text' }
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

/** @returns null for what asks for nothing: service messages, edits, kinds of updates that are not ours */
export const lessonEventOf = ({ message, callback_query: query }: Update): LessonEvent | null => {
  if (query !== undefined) return fromTap(query.data)
  if (message?.text !== undefined) return fromText(message.text)
  for (const field in message) if (contents.has(field)) return { type: 'message', kind: 'other' }
  return null
}
