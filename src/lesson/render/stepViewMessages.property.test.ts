import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { locales } from '../../contracts/locale.ts'
import { fromLexical } from '../content/fromLexical.ts'
import { toLexical } from '../content/toLexical.ts'
import type { Block } from '../content/block.ts'
import { contentTrees, hugeContentTrees } from '../testing/contentTrees.ts'
import { mediaById } from '../testing/mediaFiles.ts'
import { richProblems } from '../testing/richProblems.ts'
import { shownText } from '../testing/shownText.ts'
import { comparable, spokenTexts } from '../testing/spokenTexts.ts'
import { textProblems } from '../testing/textProblems.ts'
import type { OutgoingMessage } from './outgoingMessage.ts'
import { stepViewMessages } from './stepViewMessages.ts'
import { plainText } from './text/plainText.ts'
import type { RichText } from './text/richText.ts'

const keyboard = [[{ text: 'Next', callback_data: 'next' }]]
const styles = ['rich', 'classic'] as const
type Style = (typeof styles)[number]

const linkOf = ({ id }: { id: string }) => `https://files.example/${id}`
const render = (blocks: Block[], style: Style, locale: 'ru' | 'en' = 'en') => {
  const view = { head: plainText('Title'), blocks, foot: [plainText('Progress')], keyboard }
  return stepViewMessages(view, style, { locale, linkOf, media: mediaById })
}

const company = (as: string) => (as === 'photo' || as === 'video' ? 'visual' : as)

/** What Telegram would refuse or cut in a message. */
const problemsOf = (message: OutgoingMessage): string[] => {
  switch (message.kind) {
    case 'text':
      return textProblems(message as RichText)
    case 'rich':
      return richProblems(message.blocks)
    case 'media':
      return message.caption.length > 1024 ? ['a long caption'] : []
    case 'album': {
      const companies = new Set(message.items.map(({ as }) => company(as)))
      return [
        ...(message.items.length < 2 || message.items.length > 10
          ? [`an album of ${message.items.length}`]
          : []),
        ...(companies.size > 1 ? [`an album of ${[...companies].join(' and ')}`] : []),
        ...(message.items.some(({ caption }) => caption.length > 1024) ? ['a long caption'] : []),
      ]
    }
    case 'poll':
      return ['a poll']
    case 'buttons':
      return ['buttons alone']
  }
}

/** The first text of some that does not follow, character by character, in what is shown. */
const missing = (shown: readonly string[], texts: readonly string[]): string | undefined => {
  let at = 0
  return texts.find((text) =>
    comparable(text).some((character) => {
      const found = shown.indexOf(character, at)
      at = found + 1
      return found === -1
    }),
  )
}

const checked = (blocks: Block[], style: Style) => {
  const messages = render(blocks, style)
  for (const message of messages) expect(problemsOf(message)).toEqual([])
  expect(messages.findIndex((message) => 'keyboard' in message)).toBe(messages.length - 1)
  const shown = comparable(shownText(messages))
  const { inOrder, anywhere } = spokenTexts(blocks, style)
  expect(missing(shown, ['Title', ...inOrder, 'Progress'])).toBeUndefined()
  for (const header of anywhere) expect(missing(shown, [header])).toBeUndefined()
  return messages
}

describe.each(styles)('content in %s messages', (style) => {
  it('should be sendable whatever it is, with every character in order', () => {
    fc.assert(
      fc.property(contentTrees, (blocks) => {
        checked(blocks, style)
      }),
      { numRuns: 150 },
    )
  })

  it('should be so far beyond the size of a message, too', () => {
    fc.assert(
      fc.property(hugeContentTrees, (blocks) => {
        checked(blocks, style)
      }),
      { numRuns: 15 },
    )
  })

  it('should be the same for the same, and from the form that the editor keeps', () => {
    fc.assert(
      fc.property(contentTrees, (blocks) => {
        const stored = JSON.parse(JSON.stringify(toLexical(blocks))) as { root: Record<string, unknown> }
        for (const locale of locales) {
          const messages = render(fromLexical(stored), style, locale)
          expect(render(fromLexical(structuredClone(stored)), style, locale)).toEqual(messages)
        }
        checked(fromLexical(stored), style)
      }),
      { numRuns: 40 },
    )
  })
})
