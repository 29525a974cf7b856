import type { Block, Inline, List } from '../content/block.ts'
import { latexToUnicode } from '../render/latex/latexToUnicode.ts'

export type Spoken = {
  /** What a learner reads, in this order. */
  inOrder: string[]
  /** Headers of tables: where a table becomes a list, each stands at its values. */
  anywhere: string[]
}

type Style = 'rich' | 'classic'

const isLink = (url: string) => /^(https?:\/\/|tg:|mailto:)\S+$/.test(url.trim())

const ofLine = (line: readonly Inline[], style: Style): string =>
  line
    .map((inline): string => {
      if (inline.type === 'text') return inline.text
      if (inline.type === 'linebreak') return '\n'
      if (inline.type === 'math')
        return style === 'rich' ? inline.latex : (latexToUnicode(inline.latex.trim()) ?? inline.latex)
      const words = ofLine(inline.content, style)
      return words.trim() === '' && isLink(inline.url) ? inline.url : words
    })
    .join('')

const ofList = (list: List, style: Style): string[] =>
  list.items.flatMap(({ content, lists }) => [
    ofLine(content, style),
    ...lists.flatMap((inner) => ofList(inner, style)),
  ])

const collect = (block: Block, style: Style, spoken: Spoken): void => {
  const say = (...texts: string[]): void => {
    spoken.inOrder.push(...texts)
  }
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return say(ofLine(block.content, style))
    case 'list':
      return say(...ofList(block, style))
    case 'code':
      return say(block.code)
    case 'table': {
      const body = block.rows.findIndex((row) => row.some((cell) => !cell.isHeader))
      block.rows.forEach((row, index) => {
        for (const cell of row)
          (index < body ? spoken.anywhere : spoken.inOrder).push(ofLine(cell.content, style))
      })
      return
    }
    case 'math':
      return say(ofLine([block], style))
    case 'callout':
      say(block.title)
      return block.blocks.forEach((inner) => collect(inner, style, spoken))
    case 'details':
      say(block.summary)
      return block.blocks.forEach((inner) => collect(inner, style, spoken))
    case 'divider':
      return
    case 'embed':
      return say(block.title.trim() === '' ? block.url : block.title)
    case 'image':
      return say(block.caption.trim() === '' && block.media !== '' ? block.alt : block.caption)
    case 'album':
      return block.caption.trim() === '' ? say(...block.items.map(({ alt }) => alt)) : say(block.caption)
    default:
      return say(block.caption)
  }
}

/**
 * The text of some content: all that an author wrote to be read. Not text are spaces, the names of files, what
 * an image shows where its caption says it, and characters that Telegram itself takes out. A formula is its
 * source in rich messages, else the characters that stand for it.
 */
export const spokenTexts = (blocks: readonly Block[], style: Style): Spoken => {
  const spoken: Spoken = { inOrder: [], anywhere: [] }
  for (const block of blocks) collect(block, style, spoken)
  return spoken
}

/**
 * Text in a form in which raised and lowered letters are letters. Marks above letters are left out: where
 * Telegram would take one off, it is put into its letter.
 */
export const comparable = (text: string): string[] =>
  Array.from(text.toWellFormed())
    .flatMap((character) => Array.from(character.normalize('NFKD')))
    .map((character) => (character === '−' ? '-' : character))
    .filter((character) => !/[\s\p{Cc}\p{Cf}\p{Z}\u0300-\u036f]/u.test(character))
