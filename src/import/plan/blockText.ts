import { inlineText } from '../convert/hast/inlineText.ts'
import type { Block, List } from '../../lesson/content/block.ts'

const listText = ({ items }: List): string =>
  items.map(({ content, lists }) => [inlineText(content), ...lists.map(listText)].join('\n')).join('\n')

/** All words of a block, for measuring, titles and descriptions. */
export const blockText = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return inlineText(block.content)
    case 'list':
      return listText(block)
    case 'code':
      return block.code
    case 'math':
      return block.latex
    case 'table':
      return block.rows.map((row) => row.map(({ content }) => inlineText(content)).join(' ')).join('\n')
    case 'callout':
      return [block.title, ...block.blocks.map(blockText)].join('\n')
    case 'details':
      return [block.summary, ...block.blocks.map(blockText)].join('\n')
    case 'divider':
      return ''
    case 'embed':
      return block.title
    default:
      return block.caption
  }
}

/** Ids (here: paths) of the media that blocks show. */
export const mediaOf = (block: Block): { media: string; alt: string }[] => {
  switch (block.type) {
    case 'image':
      return [{ media: block.media, alt: block.alt }]
    case 'video':
    case 'audio':
    case 'voice':
    case 'file':
      return [{ media: block.media, alt: '' }]
    case 'album':
      return block.items
    case 'callout':
    case 'details':
      return block.blocks.flatMap(mediaOf)
    default:
      return []
  }
}
