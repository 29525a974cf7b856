import { randomUUID } from 'node:crypto'
import type { Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'

import { encodeTap } from '../../../../../src/lesson/callbackData.ts'
import { messageUpdate, tapUpdate, textUpdate } from '../../../testing/updates.ts'
import { lessonEventOf } from './lessonEventOf.ts'

const eventOf = (update: object) => lessonEventOf(update as Update)

describe('lessonEventOf', () => {
  it.each([
    ['/start', null],
    ['/start abc_DEF-9', 'abc_DEF-9'],
    ['/start@course_bot  abc', 'abc'],
    ['/START abc', 'abc'],
    ['/start two words', null],
    [`/start ${'a'.repeat(64)}`, 'a'.repeat(64)],
    [`/start ${'a'.repeat(65)}`, null],
    ['/start привет', null],
  ])('should keep the payload of %s only if it is one', (text, payload) => {
    expect(eventOf(textUpdate(text))).toEqual({ type: 'start', payload })
  })

  it.each([
    ['/help', 'help'],
    ['/progress please', 'progress'],
    ['/contents', 'contents'],
    ['/resume', 'resume'],
    ['/Continue', 'resume'],
    ['/dance', 'unknown'],
    ['/constructor', 'unknown'],
    ['/', 'unknown'],
  ])('should read %s as the command %s', (text, command) => {
    expect(eventOf(textUpdate(text))).toEqual({ type: 'command', command })
  })

  it('should read a tap with its version, and whatever else came back as unreadable', () => {
    const tap = { action: 'open', version: 77, stepId: randomUUID() } as const
    expect(eventOf(tapUpdate(encodeTap(tap)))).toEqual({ type: 'tap', tap })
    expect(eventOf(tapUpdate('0:old'))).toEqual({ type: 'unreadableTap' })
    expect(eventOf({ update_id: 1, callback_query: { id: '1', game_short_name: 'x' } })).toEqual({
      type: 'unreadableTap',
    })
  })

  it('should take over a text, cut to what a message holds', () => {
    const text = { type: 'message', kind: 'text', file: null, messageId: 1 }
    expect(eventOf(textUpdate('my answer'))).toEqual({ ...text, text: 'my answer' })
    expect(eventOf(textUpdate('x'.repeat(5000)))).toEqual({ ...text, text: 'x'.repeat(4096) })
  })

  it('should drop of a text what the database does not take', () => {
    const textOf = (update: object) => (eventOf(update) as { text: string }).text
    expect(textOf(textUpdate('a\0b\u202e\u200b'))).toBe('ab\u202e\u200b')
    expect(textOf(textUpdate(`${'x'.repeat(4095)}😀`))).toBe('x'.repeat(4095))
    const document = { file_id: 'a', file_unique_id: 'u', file_name: 'a\0.txt', mime_type: '\0' }
    const update = messageUpdate({ document, caption: '\ud83d' })
    expect(textOf(update).isWellFormed()).toBe(true)
    expect(eventOf(update)).toMatchObject({ file: { name: 'a.txt', mimeType: '' } })
  })

  it.each([
    [
      'photo',
      {
        photo: [
          { file_id: 's', file_unique_id: 't', file_size: 1 },
          { file_id: 'a', file_unique_id: 'u', file_size: 9 },
        ],
      },
      {},
    ],
    [
      'document',
      {
        document: {
          file_id: 'a',
          file_unique_id: 'u',
          file_size: 9,
          file_name: 'a.txt',
          mime_type: 'text/plain',
        },
      },
      { name: 'a.txt', mimeType: 'text/plain' },
    ],
    ['voice', { voice: { file_id: 'a', file_unique_id: 'u', file_size: 9, duration: 3 } }, { duration: 3 }],
    [
      'videoNote',
      { video_note: { file_id: 'a', file_unique_id: 'u', file_size: 9, duration: 3, length: 9 } },
      { duration: 3 },
    ],
    [
      'animation',
      {
        animation: { file_id: 'a', file_unique_id: 'u', file_size: 9 },
        document: { file_id: 'a', file_unique_id: 'u' },
      },
      {},
    ],
  ])('should describe a file of the kind %s', (kind, content, more) => {
    const file = {
      kind,
      fileId: 'a',
      uniqueId: 'u',
      bytes: 9,
      name: null,
      mimeType: null,
      duration: null,
      albumId: '7',
      ...more,
    }
    expect(eventOf(messageUpdate({ ...content, caption: 'me', media_group_id: '7' }))).toEqual({
      ...{ type: 'message', kind: 'file', text: 'me', file, messageId: 1 },
    })
  })

  it('should say of anything else that it came', () => {
    expect(eventOf(messageUpdate({ sticker: {} }))).toEqual({
      ...{ type: 'message', kind: 'other', text: null, file: null, messageId: 1 },
    })
  })

  it('should pass over service messages and edits', () => {
    expect(eventOf(messageUpdate({ pinned_message: {} }))).toBeNull()
    expect(eventOf({ update_id: 1, edited_message: {} })).toBeNull()
  })
})
