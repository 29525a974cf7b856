import type { Block, Inline, Mark, TableCell } from '../content/block.ts'
import { mediaFiles } from './mediaFiles.ts'

const words = {
  ru: {
    ...{ lesson: 'Гласные хангыля', plain: 'обычный', link: 'здесь', one: 'раз', two: 'два', three: 'три' },
    ...{ quote: 'Век живи — век учись.', summary: 'Ответ', title: 'Запомните', picture: 'Сова на ветке' },
    ...{ letter: 'Буква', sound: 'Звук', example: 'Пример', if: 'если', video: 'Видео об этом' },
    long: 'Слоги в корейском письме складываются из отдельных букв, и каждый из них вписан в квадрат. ',
  },
  en: {
    ...{ lesson: 'Vowels of Hangul', plain: 'plain', link: 'here', one: 'one', two: 'two', three: 'three' },
    ...{ quote: 'Live and learn.', summary: 'Answer', title: 'Remember', picture: 'An owl on a branch' },
    ...{ letter: 'Letter', sound: 'Sound', example: 'Example', if: 'if', video: 'A video about it' },
    long: 'Syllables of Korean are put together from single letters, and each of them fills a square. ',
  },
} as const

const text = (value: string, ...marks: Mark[]): Inline => ({ type: 'text', text: value, marks })
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const cell = (value: string, more: Partial<TableCell> = {}): TableCell => ({
  ...{ content: value === '' ? [] : [text(value)], isHeader: false, colspan: 1, rowspan: 1, align: 'left' },
  ...more,
})
const head = (value: string, more: Partial<TableCell> = {}) => cell(value, { ...more, isHeader: true })
const item = (value: string, more: object = {}) => ({
  content: [text(value)],
  lists: [],
  isChecked: null,
  ...more,
})

/** Every kind of block, each in the ways in which lessons use it, under a name. */
export const contentCorpus = (locale: 'ru' | 'en'): Record<string, Block[]> => {
  const say = words[locale]
  const marks = [
    'bold',
    'italic',
    'underline',
    'strikethrough',
    'code',
    'spoiler',
    'superscript',
    'subscript',
  ] as const
  return {
    'styles of text': [
      paragraph(...marks.flatMap((mark) => [text(mark, mark), text(' ')]), text(say.plain)),
      paragraph(text('a', 'bold'), text('b', 'bold', 'italic'), text('c', 'code', 'spoiler'), text('\td')),
      paragraph(
        text('H'),
        text('2', 'subscript'),
        text('O, x'),
        text('10', 'superscript'),
        { type: 'linebreak' },
        text('м'),
        text('вода', 'subscript'),
      ),
    ],
    links: [
      paragraph({ type: 'link', url: 'https://example.org/a?b=1', content: [text(say.link, 'bold')] }),
      paragraph({ type: 'link', url: 'mailto:owl@example.org', content: [text(say.link)] }),
      paragraph({ type: 'link', url: 'http://localhost:3000/', content: [text(say.link)] }),
      paragraph({ type: 'link', url: 'javascript:alert(1)', content: [text(say.link)] }),
      paragraph({ type: 'link', url: 'https://пример.рф/страница', content: [] }),
    ],
    headings: ([1, 2, 3, 4, 5, 6] as const).flatMap((level): Block[] => [
      { type: 'heading', level, content: [text(`${say.lesson} ${level}`)] },
      paragraph(text(say.plain)),
    ]),
    lists: [
      {
        ...{ type: 'list', kind: 'ordered', start: 3 },
        items: [
          item(say.one, {
            lists: [{ type: 'list', kind: 'bullet', start: 1, items: [item(say.two), item(say.three)] }],
          }),
          item(say.two),
        ],
      },
      {
        ...{ type: 'list', kind: 'task', start: 1 },
        items: [item(say.one, { isChecked: true }), item(say.two, { isChecked: false })],
      },
    ],
    quote: [{ type: 'quote', content: [text(say.quote), { type: 'linebreak' }, text(say.plain, 'italic')] }],
    code: [
      { type: 'code', language: 'ts', code: 'if (a) {\n\treturn "<b>"\n}' },
      { type: 'code', language: '', code: 'npm start' },
    ],
    'a narrow table': [
      {
        type: 'table',
        rows: [
          [head(say.letter), head(say.sound), head(say.example)],
          [cell('ㅏ', { align: 'center' }), cell('a'), cell('나무 🌳')],
          [cell('ㅗ', { align: 'center' }), cell('o', { align: 'right' }), cell('')],
          [cell(say.three, { colspan: 2 }), cell('e\u0301')],
        ],
      },
    ],
    'a wide table': [
      {
        type: 'table',
        rows: [
          [head(say.letter), head(say.example)],
          [cell('ㅏ'), cell(say.long.trim())],
          [head('ㅗ'), cell('')],
        ],
      },
    ],
    'a table of links': [
      {
        type: 'table',
        rows: [
          [
            cell(say.one),
            cell('', { content: [{ type: 'link', url: 'https://example.org', content: [text(say.link)] }] }),
          ],
        ],
      },
    ],
    formulas: [
      paragraph(text(`${say.if} `), { type: 'math', latex: 'x^2 \\le \\frac{a+b}{2}' }, text(', '), {
        type: 'math',
        latex: '\\weird{x}',
      }),
      { type: 'math', latex: '\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}' },
      { type: 'math', latex: '\\begin{tikzcd}A\\end{tikzcd}' },
    ],
    callouts: [
      { type: 'callout', kind: 'note', title: '', blocks: [paragraph(text(say.plain))] },
      {
        type: 'callout',
        kind: 'tip',
        title: say.title,
        blocks: [paragraph(text(say.one)), paragraph(text(say.two))],
      },
      {
        ...{ type: 'callout', kind: 'important', title: '' },
        blocks: [{ type: 'quote', content: [text(say.quote)] }],
      },
      { type: 'callout', kind: 'warning', title: '', blocks: [] },
    ],
    details: [
      {
        ...{ type: 'details', summary: say.summary, isOpen: false },
        blocks: [
          paragraph(text(say.one)),
          { type: 'image', media: mediaFiles.photo.id, alt: '', caption: '' },
          { type: 'code', language: 'ts', code: 'let a' },
        ],
      },
      { type: 'details', summary: '', isOpen: true, blocks: [paragraph(text(say.two))] },
    ],
    'a divider': [paragraph(text(say.one)), { type: 'divider' }, paragraph(text(say.two))],
    files: [
      paragraph(text(say.one)),
      { type: 'image', media: mediaFiles.image.id, alt: say.picture, caption: '' },
      { type: 'image', media: mediaFiles.gif.id, alt: say.picture, caption: say.title },
      { type: 'image', media: mediaFiles.longImage.id, alt: '', caption: '' },
      { type: 'video', media: mediaFiles.video.id, caption: say.video },
      { type: 'audio', media: mediaFiles.audio.id, caption: '' },
      { type: 'voice', media: mediaFiles.voice.id, caption: '' },
      { type: 'file', media: mediaFiles.photo.id, caption: say.plain },
      { type: 'video', media: mediaFiles.bigVideo.id, caption: say.video },
      { type: 'file', media: 'gone', caption: say.plain },
      { type: 'image', media: mediaFiles.photo.id, alt: '', caption: say.long.repeat(12).trim() },
    ],
    albums: [
      {
        ...{ type: 'album', layout: 'collage', caption: say.title },
        items: [mediaFiles.image, mediaFiles.photo, mediaFiles.video].map(({ id }) => ({
          media: id,
          alt: say.picture,
        })),
      },
      {
        ...{ type: 'album', layout: 'slideshow', caption: '' },
        items: Array.from({ length: 11 }, (_, index) => ({
          media: mediaFiles.photo.id,
          alt: `${say.picture} ${index}`,
        })),
      },
      {
        ...{ type: 'album', layout: 'collage', caption: '' },
        items: [mediaFiles.file, mediaFiles.file, mediaFiles.audio].map(({ id }) => ({ media: id, alt: '' })),
      },
    ],
    embeds: [
      { type: 'embed', url: 'https://example.org/watch?v=1', title: say.video },
      paragraph(text(say.plain)),
      { type: 'embed', url: 'https://example.org/', title: '' },
    ],
    'text for several messages': [
      ...Array.from({ length: 5 }, (): Block => paragraph(text(say.long.repeat(9).trim()))),
      { type: 'heading', level: 2, content: [text(say.lesson)] },
      ...Array.from({ length: 3 }, (): Block => paragraph(text(say.long.repeat(9).trim()))),
    ],
  }
}
