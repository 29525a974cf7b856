import type { Block, Inline, List, TableCell } from '../../content/block.ts'
import { headerRows } from './headerRows.ts'
import { halveInlines } from './halveInlines.ts'
import { halveString } from './halveString.ts'
import { tableAsList } from './tableAsList.ts'
import { withoutRowspans } from './withoutRowspans.ts'

/** A title longer than this stands by itself, so that it need not be said again over each part. */
const maxTitle = 1000

const text = (value: string): Inline => ({ type: 'text', text: value, marks: [] })
const bold = (value: string): Block => ({
  type: 'paragraph',
  content: [{ ...text(value), marks: ['bold'] } as Inline],
})

const halves = <Item>(items: readonly Item[]): [Item[], Item[]] => {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)]
}

const halveList = (list: List): Block[] | null => {
  const [item] = list.items
  if (item === undefined) return null
  if (list.items.length > 1) {
    const [before, after] = halves(list.items)
    const start = list.kind === 'ordered' ? list.start + before.length : list.start
    return [
      { ...list, items: before },
      { ...list, start, items: after },
    ]
  }
  if (item.lists.length > 0 && item.content.length > 0)
    return [{ ...list, items: [{ ...item, lists: [] }] }, ...item.lists]
  if (item.lists.length > 0) return item.lists
  const parts = halveInlines(item.content)
  return (
    parts && [
      { ...list, items: [{ ...item, content: parts[0] }] },
      { type: 'paragraph', content: parts[1] },
    ]
  )
}

/** Each part has the header again. */
const halveTable = (given: readonly TableCell[][]): Block[] => {
  const rows = withoutRowspans(given)
  const heads = headerRows(rows)
  const [before, after] = halves(rows.slice(heads))
  if (after.length === 0) return [tableAsList(rows)]
  const part = (body: TableCell[][]): Block => ({ type: 'table', rows: [...rows.slice(0, heads), ...body] })
  return [part(before), part(after)]
}

/** What holds blocks, as two of its kind. */
const halveHolder = (
  title: string,
  blocks: readonly Block[],
  hold: (title: string, blocks: Block[]) => Block,
) => {
  const [only] = blocks
  if (title.length > maxTitle) return [bold(title), ...(only === undefined ? [] : [hold('', [...blocks])])]
  if (only === undefined) return null
  const parts = blocks.length > 1 ? halves(blocks) : halveBlock(only)?.map((block) => [block])
  return parts?.map((part) => hold(title, part)) ?? null
}

/**
 * A block that is too large for a message as smaller ones that say the same in the same order, cut where that
 * hurts least; null when there is nothing in it to be cut.
 */
export const halveBlock = (block: Block): Block[] | null => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return halveInlines(block.content)?.map((content) => ({ ...block, content })) ?? null
    case 'list':
      return halveList(block)
    case 'table':
      return halveTable(block.rows)
    case 'code':
      return halveString(block.code, '\n')?.map((code) => ({ ...block, code })) ?? null
    case 'math':
      return [{ type: 'code', language: 'latex', code: block.latex }]
    case 'callout':
      return halveHolder(block.title, block.blocks, (title, blocks) => ({ ...block, title, blocks }))
    case 'details':
      return halveHolder(block.summary, block.blocks, (summary, blocks) => ({ ...block, summary, blocks }))
    case 'album': {
      const [items, others] = halves(block.items)
      if (others.length === 0) return null
      return [
        { ...block, items },
        { ...block, items: others, caption: '' },
      ]
    }
    case 'embed':
      return [
        {
          type: 'paragraph',
          content: [{ type: 'link', url: block.url, content: [text(block.title || block.url)] }],
        },
      ]
    default:
      return null
  }
}
