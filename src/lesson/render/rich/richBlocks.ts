import type { InputRichBlock, RichBlockTableCell, RichText } from '@grammyjs/types'

import type { Block, Inline, List, TableCell } from '../../content/block.ts'
import { calloutTitle } from '../blocks/calloutTitle.ts'
import type { ContentContext } from '../blocks/contentContext.ts'
import { linkTarget } from '../blocks/linkTarget.ts'
import { tableAsList } from '../blocks/tableAsList.ts'
import { plainText } from '../text/plainText.ts'
import { formatText } from '../texts/formatText.ts'
import { countColumns } from './countColumns.ts'
import { richAlbum, richMedia } from './richMedia.ts'
import { richInlines } from './richInlines.ts'
import { richLimits } from './richLimits.ts'

export type RichBlock = InputRichBlock<never>

/** Text has a level of its own, and may be one of several in a row, which takes another. */
const textLevels = 2
/** Deeper nothing is put into anything, so that what is there has three levels for formatting. */
const maxHolderLevel = richLimits.levels - textLevels - 3 - 2
/** Telegram wants a text where a cell or an item says nothing. */
const nothing = '\u00a0'

const isSeen = (text: RichText): boolean =>
  typeof text === 'string' ? text.trim() !== '' : Array.isArray(text) ? text.some(isSeen) : true

const isName = (language: string) => /^[\w+#.-]{1,32}$/.test(language)

/** What content comes to, at one level of nesting. */
class RichWriter {
  private readonly context: ContentContext

  constructor(context: ContentContext) {
    this.context = context
  }

  private line(inlines: readonly Inline[], level: number): RichText {
    return richInlines(inlines, richLimits.levels - level - textLevels)
  }

  private paragraph(inlines: readonly Inline[], level: number): RichBlock[] {
    const text = this.line(inlines, level)
    return isSeen(text) ? [{ type: 'paragraph', text }] : []
  }

  private titled(title: string): RichBlock[] {
    const text = plainText(title).text
    return text.trim() === '' ? [] : [{ type: 'paragraph', text: { type: 'bold', text } }]
  }

  private list(list: List, level: number): RichBlock[] {
    if (level > maxHolderLevel) return this.flatList(list, level)
    const items = list.items.map((item, index) => {
      const own = this.paragraph(item.content, level + 2)
      const below = item.lists.flatMap((inner) => this.list(inner, level + 2))
      const blocks =
        own.length + below.length > 0 ? [...own, ...below] : [{ type: 'paragraph' as const, text: nothing }]
      if (list.kind === 'ordered') return { blocks, type: '1' as const, value: list.start + index }
      if (list.kind === 'bullet') return { blocks }
      return {
        blocks,
        has_checkbox: true as const,
        ...(item.isChecked === true && { is_checked: true as const }),
      }
    })
    return items.length === 0 ? [] : [{ type: 'list', items }]
  }

  /** A list that no level is left for, as paragraphs. */
  private flatList(list: List, level: number): RichBlock[] {
    return list.items.flatMap((item, index) => {
      const sign =
        list.kind === 'task'
          ? item.isChecked === true
            ? '☑'
            : '☐'
          : list.kind === 'bullet'
            ? '•'
            : `${list.start + index}.`
      const marker: Inline = { type: 'text', text: `${sign} `, marks: [] }
      return [
        ...this.paragraph([marker, ...item.content], level),
        ...item.lists.flatMap((inner) => this.flatList(inner, level)),
      ]
    })
  }

  private table(rows: readonly TableCell[][], level: number): RichBlock[] {
    if (countColumns(rows) > richLimits.columns) return this.list(tableAsList(rows), level)
    const cells = rows.map((row, top) =>
      row.map((cell): RichBlockTableCell => {
        const text = this.line(cell.content, level + 2)
        const rowspan = Math.min(cell.rowspan, rows.length - top)
        return {
          text: isSeen(text) ? text : nothing,
          ...(cell.isHeader && { is_header: true }),
          ...(cell.colspan > 1 && { colspan: cell.colspan }),
          ...(rowspan > 1 && { rowspan }),
          align: cell.align,
          valign: 'top',
        }
      }),
    )
    return [{ type: 'table', cells, is_bordered: true }]
  }

  private callout(block: Extract<Block, { type: 'callout' }>, level: number): RichBlock[] {
    const title = this.titled(calloutTitle(block.kind, block.title, this.context.locale))
    if (level > maxHolderLevel) return [...title, ...this.blocks(block.blocks, level)]
    return [{ type: 'blockquote', blocks: [...title, ...this.blocks(block.blocks, level + 1)] }]
  }

  private details(block: Extract<Block, { type: 'details' }>, level: number): RichBlock[] {
    const given = plainText(block.summary).text
    const summary = given.trim() === '' ? formatText(this.context.locale, 'detailsSummary', {}).text : given
    const isHolder = level <= maxHolderLevel
    const blocks = this.blocks(block.blocks, isHolder ? level + 1 : level)
    if (!isHolder || blocks.length === 0) return [...this.titled(summary), ...blocks]
    return [{ type: 'details', summary, blocks, ...(block.isOpen && { is_open: true }) }]
  }

  private embed(url: string, title: string, level: number): RichBlock[] {
    const words = title.trim() === '' ? url : title
    const content: Inline[] = [{ type: 'text', text: words, marks: [] }]
    return this.paragraph(linkTarget(url) === null ? content : [{ type: 'link', url, content }], level)
  }

  private block(block: Block, level: number): RichBlock[] {
    const paragraph = (inlines: readonly Inline[]) => this.paragraph(inlines, level)
    switch (block.type) {
      case 'paragraph':
        return paragraph(block.content)
      case 'heading': {
        const text = this.line(block.content, level)
        return isSeen(text) ? [{ type: 'heading', text, size: block.level }] : []
      }
      case 'quote': {
        const blocks = this.paragraph(block.content, level + 1)
        return blocks.length === 0 ? [] : [{ type: 'blockquote', blocks }]
      }
      case 'list':
        return this.list(block, level)
      case 'code': {
        const text = plainText(block.code).text
        const named = isName(block.language) ? { language: block.language } : {}
        return text.trim() === '' ? [] : [{ type: 'pre', text, ...named }]
      }
      case 'table':
        return this.table(block.rows, level)
      case 'math': {
        const expression = plainText(block.latex).text
        return expression.trim() === '' ? [] : [{ type: 'mathematical_expression', expression }]
      }
      case 'callout':
        return this.callout(block, level)
      case 'details':
        return this.details(block, level)
      case 'divider':
        return [{ type: 'divider' }]
      case 'album':
        return richAlbum(block, this.context, paragraph)
      case 'embed':
        return this.embed(block.url, block.title, level)
      default:
        return richMedia(block, this.context, paragraph)
    }
  }

  /** @param level 1 for what stands in nothing */
  blocks(blocks: readonly Block[], level: number): RichBlock[] {
    return blocks.flatMap((block) => this.block(block, level))
  }
}

/** Blocks as sendRichMessage takes them. Some come to nothing, and some to several. */
export const richBlocks = (blocks: readonly Block[], context: ContentContext): RichBlock[] =>
  new RichWriter(context).blocks(blocks, 1)
