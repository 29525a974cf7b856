import fc from 'fast-check'

import type { RichText, TextEntity } from '../render/text/richText.ts'

const word = fc.oneof(
  fc.stringMatching(/^[a-zа-я]{1,12}[.!?]?$/),
  fc.constantFrom('👩‍👩‍👧‍👦', '🇺🇿', '👍🏽', 'é', '…'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
)
const gap = fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '  ', '')
const sentence = fc.array(
  fc.tuple(word, gap).map(([a, b]) => a + b),
  { minLength: 1, maxLength: 30 },
)

const kind: fc.Arbitrary<Partial<TextEntity>> = fc.constantFrom(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'underline' },
  { type: 'strikethrough' },
  { type: 'code' },
  { type: 'pre' },
  { type: 'pre', language: 'ts' },
  { type: 'text_link', url: 'https://a.b' },
  { type: 'text_link', url: 'https://c.d' },
  { type: 'blockquote' },
  { type: 'expandable_blockquote' },
  { type: 'spoiler' },
)

/** Texts from nothing to some messages long, entities laid over them without any order. */
export const richTexts = (options: { maxRepeats: number; maxEntities: number }): fc.Arbitrary<RichText> =>
  fc
    .tuple(sentence, fc.integer({ min: 1, max: options.maxRepeats }))
    .map(([parts, repeats]) =>
      parts
        .join('')
        .repeat(repeats)
        .toWellFormed()
        .replace(/[^\S\n]/g, ' '),
    )
    // eslint-disable-next-line no-control-regex -- texts come without them
    .map((text) => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ''))
    .chain((text) => {
      const position = fc.nat({ max: text.length })
      const entity = fc.tuple(kind, position, position).map(([one, a, b]) => {
        return { ...one, offset: Math.min(a, b), length: Math.abs(a - b) } as TextEntity
      })
      return fc
        .array(entity, { maxLength: options.maxEntities })
        .map((entities) => ({ text, entities: entities.filter(({ length }) => length > 0) }))
    })
