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

  it('should say of a message that it came, never what it said', () => {
    expect(eventOf(textUpdate('my answer'))).toEqual({ type: 'message', kind: 'text' })
    expect(eventOf(messageUpdate({ photo: [], caption: 'me' }))).toEqual({ type: 'message', kind: 'other' })
    expect(eventOf(messageUpdate({ voice: {} }))).toEqual({ type: 'message', kind: 'other' })
  })

  it('should pass over service messages and edits', () => {
    expect(eventOf(messageUpdate({ pinned_message: {} }))).toBeNull()
    expect(eventOf({ update_id: 1, edited_message: {} })).toBeNull()
  })
})
