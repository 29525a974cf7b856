import { describe, expect, it } from 'vitest'

import { locales } from '../../contracts/locale.ts'
import type { Block, Inline, List, TableCell } from '../content/block.ts'
import { contentCorpus } from '../testing/contentCorpus.ts'
import { mediaById, mediaFiles } from '../testing/mediaFiles.ts'
import { richProblems } from '../testing/richProblems.ts'
import { shownText } from '../testing/shownText.ts'
import type { OutgoingMessage } from './outgoingMessage.ts'
import { stepViewMessages } from './stepViewMessages.ts'
import { plainText } from './text/plainText.ts'

const styles = ['rich', 'classic'] as const
const keyboard = [[{ text: 'Next', callback_data: 'next' }]]
const linkOf = ({ id }: { id: string }) => `https://files.example/${id}`
const context = { locale: 'en' as const, linkOf, media: mediaById }

const render = (blocks: Block[], style: (typeof styles)[number], locale: 'ru' | 'en' = 'en') =>
  stepViewMessages(
    { head: plainText('Title'), blocks, foot: [plainText(''), plainText('Progress')], keyboard },
    style,
    { ...context, locale },
  )

/** A message as a person could write it down. */
const drawn = (message: OutgoingMessage): string => {
  const buttons = 'keyboard' in message && message.keyboard !== undefined ? ['[keyboard]'] : []
  switch (message.kind) {
    case 'text': {
      const { text, entities, preview } = message
      const styled = entities.map(({ type, offset, length, ...more }) => {
        const details = Object.values(more).map((value) => ` ${String(value)}`)
        return `  ${type}${details.join('')}: ${JSON.stringify(text.slice(offset, offset + length))}`
      })
      return [
        text,
        ...styled,
        ...(preview === undefined ? [] : [`  preview of ${preview.url}`]),
        ...buttons,
      ].join('\n')
    }
    case 'rich': {
      const files = Object.values(message.media).map(({ filename }) => `  with ${filename}`)
      return [...message.blocks.map((block) => JSON.stringify(block)), ...files, ...buttons].join('\n')
    }
    case 'media':
      return [`<${message.as} ${message.media.filename}> ${message.caption}`, ...buttons].join('\n')
    case 'album':
      return message.items.map(({ as, media, caption }) => `<${as} ${media.filename}> ${caption}`).join('\n')
    case 'buttons':
      return '[keyboard]'
    case 'poll':
      return message.question
  }
}

const text = (value: string): Inline => ({ type: 'text', text: value, marks: [] })
const paragraph = (value: string): Block => ({ type: 'paragraph', content: [text(value)] })
const cell = (value: string, isHeader = false): TableCell => ({
  ...{ content: [text(value)], isHeader, colspan: 1, rowspan: 1, align: 'left' },
})

describe.each(styles)('content in %s messages', (style) => {
  it.each(['sentence', 'word', 'picture'])(
    'should cut huge blocks without losing anything, from each %s to the next',
    (unit) => {
      const ends = { sentence: '. ', word: ' ', picture: '👩‍👩‍👧‍👦' }
      const long = Array.from(
        { length: 9000 },
        (_, index) => `${index}${ends[unit as keyof typeof ends]}`,
      ).join('')
      const content = [text(long)]
      const list: List = {
        type: 'list',
        kind: 'bullet',
        start: 1,
        items: [{ content, lists: [], isChecked: null }],
      }
      const blocks: Block[] = [
        { type: 'paragraph', content },
        { type: 'heading', level: 2, content },
        { type: 'quote', content },
        list,
        { type: 'code', language: '', code: long },
        { type: 'table', rows: [[cell(long)]] },
        { type: 'details', summary: 'ℹ', isOpen: true, blocks: [list] },
        { type: 'callout', kind: 'tip', title: 'ℹ', blocks: [paragraph(long)] },
        { type: 'image', media: mediaFiles.photo.id, alt: long, caption: '' },
        { type: 'paragraph', content: [{ type: 'link', url: 'https://a.org', content }] },
      ]
      for (const block of blocks) {
        const messages = render([block], style)
        expect(messages.length).toBeGreaterThan(1)
        const bare = (shown: string) => shown.replace(/\s|Title|Progress|[•💡ℹ]/gu, '')
        expect(bare(shownText(messages))).toBe(bare(long))
      }
    },
  )

  it.each(locales)('should look as agreed in %s', async (locale) => {
    const pages = Object.entries(contentCorpus(locale)).map(
      ([name, blocks]) =>
        `=== ${name} ===\n${render(blocks, style, locale).map(drawn).join('\n--- next message ---\n')}\n`,
    )
    await expect(pages.join('\n')).toMatchFileSnapshot(`golden/content.${style}.${locale}.txt`)
  })
})

describe('rich messages', () => {
  it('should hold a whole step where it fits', () => {
    const whole = Object.entries(contentCorpus('en')).flatMap(([name, blocks]) =>
      name === 'embeds' ? [] : blocks,
    )
    expect(render(whole, 'rich')).toHaveLength(1)
  })

  it('should fill messages up to each limit, and no further', () => {
    const sizes = (block: Block, count: number) =>
      render(
        Array.from({ length: count }, () => block),
        'rich',
      ).map((message) => {
        expect(message.kind === 'rich' && richProblems(message.blocks)).toEqual([])
        return message.kind === 'rich' ? message.blocks.length : 0
      })
    expect(sizes(paragraph('a'), 1200)).toEqual([500, 500, 202])
    expect(sizes({ type: 'image', media: mediaFiles.photo.id, alt: '', caption: '' }, 120)).toEqual([
      51, 50, 21,
    ])
    // With the 8 characters of the progress the second message is full to the last.
    expect(sizes(paragraph('a'.repeat(3276)), 20)).toEqual([11, 11])
    expect(sizes(paragraph('a'.repeat(3276)), 21)).toEqual([11, 10, 2])
  })

  it('should begin anew at the border before the limit, a heading with what it heads', () => {
    const long = paragraph('word '.repeat(3000).trim())
    const heading: Block = { type: 'heading', level: 2, content: [text('Heading')] }
    const messages = render([long, long, heading, long], 'rich')
    const types = messages.map((message) =>
      message.kind === 'rich' ? message.blocks.map(({ type }) => type) : [],
    )
    expect(types).toEqual([
      ['heading', 'paragraph', 'paragraph'],
      ['heading', 'paragraph', 'footer'],
    ])
    expect(messages.map((message) => 'keyboard' in message)).toEqual([false, true])
  })

  it('should repeat the header of a table that goes on in the next message', () => {
    const rows = [[cell('Header', true)], ...Array.from({ length: 900 }, (_, row) => [cell(`row ${row}`)])]
    const messages = render([{ type: 'table', rows }], 'rich')
    const tables = messages
      .flatMap((message) => (message.kind === 'rich' ? message.blocks : []))
      .filter(({ type }) => type === 'table')
    expect(tables.length).toBeGreaterThan(1)
    for (const table of tables)
      expect('cells' in table && table.cells[0]).toMatchObject([{ text: 'Header', is_header: true }])
  })

  it('should go on counting where a list goes on in the next message', () => {
    const items = Array.from({ length: 600 }, (_, index) => ({
      content: [text(`${index + 7}`)],
      lists: [],
      isChecked: null,
    }))
    const messages = render([{ type: 'list', kind: 'ordered', start: 7, items }], 'rich')
    const lists = messages
      .flatMap((message) => (message.kind === 'rich' ? message.blocks : []))
      .flatMap((block) => (block.type === 'list' ? [block] : []))
    expect(lists.length).toBeGreaterThan(1)
    for (const item of lists.flatMap((list) => list.items))
      expect(item).toMatchObject({ value: Number((item.blocks[0] as { text: string }).text) })
  })

  it('should make a list of a table that is too wide', () => {
    const row = (isHeader: boolean) =>
      Array.from({ length: 21 }, (_, column) => cell(`${isHeader ? 'h' : 'v'}${column}`, isHeader))
    const [message] = render([{ type: 'table', rows: [row(true), row(false)] }], 'rich')
    expect(message).toMatchObject({
      blocks: [{ type: 'heading' }, { type: 'list', items: [{}] }, { type: 'footer' }],
    })
  })

  it('should show a video elsewhere with its preview, before the rest', () => {
    const messages = render(
      [{ type: 'embed', url: 'https://example.org/v', title: '' }, paragraph('a')],
      'rich',
    )
    expect(messages).toMatchObject([
      { kind: 'text', text: 'Title\n\nhttps://example.org/v', preview: { url: 'https://example.org/v' } },
      { kind: 'rich', blocks: [{ type: 'paragraph' }, { type: 'footer' }], keyboard },
    ])
  })
})

describe('classic messages', () => {
  it('should hide what is hidden, in code and in tables too', () => {
    const hidden: Inline = { type: 'text', text: 'secret', marks: ['code', 'spoiler', 'superscript'] }
    const table: Block = { type: 'table', rows: [[{ ...cell(''), content: [hidden] }]] }
    for (const block of [{ type: 'paragraph', content: [hidden] } as Block, table]) {
      const [message] = render([block], 'classic')
      const { text: shown, entities } = message as Extract<OutgoingMessage, { kind: 'text' }>
      const spoiler = entities.find(({ type }) => type === 'spoiler')
      expect(shown.slice(spoiler?.offset, (spoiler?.offset ?? 0) + (spoiler?.length ?? 0))).toBe('ˢᵉᶜʳᵉᵗ')
    }
  })

  it('should send text before a file that stands behind it, and the last of it with the keyboard', () => {
    const image: Block = { type: 'image', media: mediaFiles.photo.id, alt: 'alt', caption: '' }
    expect(render([paragraph('a'), image, paragraph('b'), image], 'classic')).toMatchObject([
      { kind: 'text', text: 'Title\n\na' },
      { kind: 'media', as: 'photo', caption: 'alt' },
      { kind: 'text', text: 'b' },
      { kind: 'media' },
      { kind: 'text', text: 'Progress', keyboard },
    ])
  })

  it('should split albums evenly, and take a caption as long as Telegram does', () => {
    const items = Array.from({ length: 21 }, () => ({ media: mediaFiles.photo.id, alt: '' }))
    const album = (caption: string): Block => ({ type: 'album', layout: 'collage', items, caption })
    const sizes = (caption: string) =>
      render([album(caption)], 'classic').map((message) =>
        message.kind === 'album' ? [message.items.length, message.items[0]?.caption.length] : message.kind,
      )
    expect(sizes('a'.repeat(1024))).toEqual(['text', [7, 1024], [7, 0], [7, 0], 'text'])
    expect(sizes('a'.repeat(1025))).toEqual(['text', [7, 0], [7, 0], [7, 0], 'text'])
  })

  it('should leave no heading behind at the end of a message', () => {
    const heading: Block = { type: 'heading', level: 2, content: [text('Heading')] }
    const [first, second] = render(
      [paragraph('word '.repeat(700)), heading, paragraph('word '.repeat(200))],
      'classic',
    )
    expect([first, second]).toMatchObject([
      { text: expect.stringMatching(/word$/) },
      { text: expect.stringMatching(/^Heading/) },
    ])
  })

  it('should keep code whole that fits into a message', () => {
    const code = 'let a = 1\n'.repeat(300).trim()
    const [, second] = render(
      [paragraph('word '.repeat(250)), { type: 'code', language: '', code }],
      'classic',
    )
    expect(second).toMatchObject({ text: `${code}\n\nProgress` })
  })

  it('should repeat the header over each part of a long table', () => {
    const rows = [
      [cell('Header', true), cell('b', true)],
      ...Array.from({ length: 400 }, (_, row) => [cell(`row ${row}`), cell('b')]),
    ]
    const texts = render([{ type: 'table', rows }], 'classic').map((message) =>
      message.kind === 'text' ? message.text : '',
    )
    expect(texts.length).toBeGreaterThan(1)
    for (const shown of texts) expect(shown.replace('Title\n\n', '')).toMatch(/^Header {2}\| b\n-+\+-+\nrow/)
  })

  it('should keep letters with their marks where Telegram would take those off', () => {
    const [message] = render([paragraph('a\u030angstro\u0308m x\u030a')], 'classic')
    expect(message).toMatchObject({ text: 'Title\n\n\u00e5ngstr\u00f6m x\n\nProgress' })
  })
})
