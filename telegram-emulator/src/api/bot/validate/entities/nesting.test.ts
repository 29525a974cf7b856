import type { MessageEntity } from '@grammyjs/types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BotApiError } from '../../botApiError.ts'
import { parseFormatted } from '../format/parseFormatted.ts'
import { fixText } from './fixText.ts'

const MODES = ['HTML', 'MarkdownV2', 'Markdown']
const PIECES = [
  ...['a', 'é', '🙂', ' ', '\n', '\r', '\u200b', '\u202e', '\u0333', '\\', '&', ';', '#x41', 'amp', '.', '-'],
  ...['*', '_', '__', '~', '||', '`', '```', '[', ']', '(', ')', '>', '!', '![', '](', 'ts\n', '**>'],
  ...['<b>', '</b>', '<i>', '</i>', '<u>', '<pre>', '</pre>', '<code class="language-ts">', '</code>', '</>'],
  ...[
    '<blockquote>',
    '<blockquote expandable>',
    '</blockquote>',
    '<a href="',
    '">',
    '</a>',
    '<tg-time unix="1"',
  ],
  ...[
    'https://example.org/',
    'example.org',
    'tg://user?id=5',
    'tg://emoji?id=7',
    'tg://time?unix=9',
    '@someone',
  ],
  ...['#tag', '$USD', '/start', 'a@example.org', '+1 202 555 0123', '4111 1111 1111 1111'],
]
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''))
const entity = fc.record({
  type: fc.constantFrom(
    ...(['bold', 'italic', 'underline', 'strikethrough', 'spoiler'] as const),
    ...(['code', 'pre', 'blockquote', 'expandable_blockquote'] as const),
  ),
  offset: fc.nat(40),
  length: fc.nat(20),
})

function outcome(run: () => { text: string; entities: MessageEntity[] }) {
  try {
    return run()
  } catch (error) {
    // A BotApiError is an answer; everything else is a mistake of the emulator.
    if (error instanceof BotApiError && error.code === 400) return undefined
    throw error
  }
}

/** Inside the text, sorted, none crossing another, none of a kind in its own kind. */
function expectProper({ text, entities }: { text: string; entities: MessageEntity[] }): void {
  const around: MessageEntity[] = []
  let last: MessageEntity | undefined
  for (const entity of entities) {
    const end = entity.offset + entity.length
    expect(entity.length).toBeGreaterThan(0)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(text.slice(entity.offset, end).isWellFormed()).toBe(true)
    if (last) expect(entity.offset).toBeGreaterThanOrEqual(last.offset)
    if (last?.offset === entity.offset) expect(entity.length).toBeLessThanOrEqual(last.length)
    while (around.length > 0 && entity.offset >= endOf(around.at(-1))) around.pop()
    for (const outer of around) {
      expect(end).toBeLessThanOrEqual(endOf(outer))
      expect(entity.type).not.toBe(outer.type)
      expect(['pre', 'code', 'date_time']).not.toContain(outer.type)
    }
    around.push(entity)
    last = entity
  }
}

function endOf(entity: MessageEntity | undefined): number {
  return entity ? entity.offset + entity.length : 0
}

describe('whatever is given', () => {
  it.each(MODES)('should be an error of Telegram or well-formed in %s', (mode) => {
    fc.assert(
      fc.property(text, fc.boolean(), (given, mayBeEmpty) => {
        const result = outcome(() => {
          const parsed = parseFormatted(given, mode, (id) => ({ id, is_bot: false, first_name: 'A' }))
          return fixText(parsed ?? { text: given, entities: [] }, mayBeEmpty)
        })
        if (result) expectProper(result)
      }),
      { numRuns: 1500 },
    )
  })

  it('should be an error of Telegram or well-formed with entities', () => {
    fc.assert(
      fc.property(text, fc.array(entity, { maxLength: 12 }), (given, entities) => {
        const result = outcome(() => fixText({ text: given, entities }, true))
        if (result) expectProper(result)
      }),
      { numRuns: 1500 },
    )
  })

  it('should stay as it is when it is fixed again', () => {
    fc.assert(
      fc.property(text, fc.array(entity, { maxLength: 12 }), (given, entities) => {
        const once = outcome(() => fixText({ text: given, entities }, true))
        if (once) expect(fixText(once, true)).toEqual(once)
      }),
      { numRuns: 500 },
    )
  })
})
