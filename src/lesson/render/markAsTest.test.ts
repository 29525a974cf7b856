import { describe, expect, it } from 'vitest'

import { locales } from '../../contracts/locale.ts'
import { markAsTest } from './markAsTest.ts'
import type { OutgoingMessage, OutgoingPoll } from './outgoingMessage.ts'
import { fitsMessage, richSize } from './rich/richSize.ts'

type Text = Extract<OutgoingMessage, { kind: 'text' }>

const text = (length: number, more: Partial<Text> = {}): Text => ({
  ...{ kind: 'text', text: 'x'.repeat(length), entities: [] },
  ...more,
})
const media = { id: 'm', hash: 'h', filename: 'a.png', mimeType: 'image/png', bytes: 1 } as never
const poll = (question: string): OutgoingPoll => ({
  ...{ kind: 'poll', question, options: ['a', 'b'], isMultiple: false, correct: [0], explanation: null },
  ...{ media: null, about: { stepId: 's', attempt: 1, questionId: 'q' }, otherwise: [text(3)] },
})
const first = (messages: OutgoingMessage[]) => messages[0] as Text

describe.each(locales)('the mark of a test in %s', (locale) => {
  const mark = (...messages: OutgoingMessage[]) => markAsTest(messages, locale)

  it('should stand above a text, whose entities and buttons stay where they belong', () => {
    const keyboard = [[{ text: 'Next', callback_data: '1:n:1' }]]
    const shown = { ...text(0), text: 'Bold', entities: [{ type: 'bold' as const, offset: 0, length: 4 }], keyboard }
    const [message, ...others] = mark(shown, text(3))
    expect(others).toEqual([text(3)])
    const { text: all, entities, ...rest } = message as typeof shown
    expect(all).toMatch(/^🧪 .+\n\nBold$/su)
    expect(entities.map(({ offset, length }) => all.slice(offset, offset + length))).toEqual(['Bold'])
    expect(rest).toEqual({ kind: 'text', keyboard })
  }) // prettier-ignore

  it('should be a message of its own where there is no room', () => {
    const album = { kind: 'album' as const, items: [] }
    const full = { kind: 'rich' as const, blocks: [{ type: 'paragraph' as const, text: 'x'.repeat(32_768) }], media: {} }
    const captioned = { kind: 'media' as const, as: 'photo' as const, media, caption: 'x'.repeat(1024), entities: [] }
    for (const message of [text(4096), album, full, captioned, poll('x'.repeat(300))]) {
      const messages = mark(message)
      expect(messages).toHaveLength(2)
      expect(first(messages).text).toMatch(/^🧪 /u)
      expect(messages[1]).toEqual(message)
    }
  }) // prettier-ignore

  it('should stand in rich messages, captions and polls, and in what is sent in place of those', () => {
    const rich = { kind: 'rich' as const, blocks: [{ type: 'heading' as const, text: 'Title', size: 1 as const }], media: {} } // prettier-ignore
    const [message] = mark(rich) as [typeof rich]
    expect(message.blocks).toMatchObject([{ type: 'paragraph', text: expect.stringMatching(/^🧪 /u) }, rich.blocks[0]]) // prettier-ignore
    expect(fitsMessage(richSize(message.blocks))).toBe(true)
    const photo = { kind: 'media' as const, as: 'photo' as const, media, caption: '', entities: [] }
    expect(mark(photo)).toMatchObject([{ caption: expect.stringMatching(/^🧪 .+[^\n]$/u) }])
    const [asked] = mark(poll('Why?')) as [OutgoingPoll]
    expect(asked.question).toMatch(/^🧪 .+ · Why\?$/u)
    expect(first(asked.otherwise).text).toMatch(/^🧪 /u)
  })

  it('should add no message to one that is changed in its place', () => {
    const long = text(4096, { isInPlace: true })
    expect(mark(long)).toEqual([long])
    expect(mark(text(5, { isInPlace: true }))).toMatchObject([{ isInPlace: true, text: expect.stringMatching(/^🧪 /u) }]) // prettier-ignore
    const buttons = { kind: 'buttons' as const, keyboard: [] }
    expect(mark(buttons)).toEqual([buttons])
    expect(mark()).toEqual([])
  })
})
