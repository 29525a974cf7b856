import type { Block, Inline } from '../../lesson/content/block.ts'
import { inlineText } from '../convert/hast/inlineText.ts'
import { quizLanguage } from '../convert/hast/readCode.ts'
import { blockText } from './blockText.ts'

/** @returns neighbours together as long as they fit; what does not fit by itself stands alone */
export const pack = <Item>(items: readonly Item[], fits: (group: Item[]) => boolean): Item[][] => {
  const groups: Item[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && fits([...last, item])) last.push(item)
    else groups.push([item])
  }
  return groups
}

/** Text in pieces of at most that length, cut between words where there are any. */
const cutText = (text: string, length: number): string[] => {
  if (text.length <= length) return [text]
  const space = text.slice(0, length).search(/\s\S*$/)
  const end = space > length / 2 ? space + 1 : length
  return [text.slice(0, end), ...cutText(text.slice(end), length)]
}

const cutLine = (content: readonly Inline[], length: number): Inline[][] => {
  const pieces = content.flatMap((inline): Inline[] =>
    inline.type === 'text' ? cutText(inline.text, length).map((text) => ({ ...inline, text })) : [inline],
  )
  return pack(pieces, (group) => inlineText(group).length <= length)
}

/** A block that is too much for one step as several that are not, as far as it can be divided. */
export const divideBlock = (
  block: Block,
  options: { length: number; isTooLong: (blocks: readonly Block[]) => boolean },
): Block[] => {
  const { length, isTooLong } = options
  if (!isTooLong([block])) return [block]
  const fits = (part: Block) => !isTooLong([part])
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return cutLine(block.content, length).map((content) => ({ ...block, content }))
    case 'code':
      if (block.language === quizLanguage) return [block]
      return pack(block.code.split('\n'), (lines) => lines.join('\n').length <= length).map((lines) => ({
        ...block,
        code: lines.join('\n'),
      }))
    case 'list': {
      let start = block.start
      return pack(block.items, (items) => fits({ ...block, items })).map((items) => {
        const part = { ...block, start, items }
        start += items.length
        return part
      })
    }
    case 'table': {
      // A cell that reaches over rows holds them together.
      if (block.rows.some((row) => row.some(({ rowspan }) => rowspan > 1))) return [block]
      return pack(block.rows, (rows) => fits({ ...block, rows })).map((rows) => ({ ...block, rows }))
    }
    case 'album':
      return pack(block.items, (items) => fits({ ...block, items })).map((items, index) => ({
        ...block,
        items,
        caption: index === 0 ? block.caption : '',
      }))
    case 'callout':
    case 'details':
      return pack(
        block.blocks.flatMap((inner) => divideBlock(inner, options)),
        (inner) => fits({ ...block, blocks: inner }),
      ).map((blocks, index) =>
        block.type === 'callout' && index > 0 ? { ...block, title: '', blocks } : { ...block, blocks },
      )
    default:
      return [block]
  }
}

/** How many characters some blocks say. */
export const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + blockText(block).length, 0)
