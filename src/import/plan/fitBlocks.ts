import type { Block, Inline, ListItem, MediaBlock } from '../../lesson/content/block.ts'
import { quizLanguage } from '../convert/hast/readCode.ts'

/** What the fields of the editor's blocks take (collections/Steps/content). */
const limits = {
  ...{ alt: 300, caption: 1024, title: 200, summary: 300, language: 40 },
  ...{ latex: 4000, inlineLatex: 1000, url: 2048, album: 50 },
}

const words = (text: string, ...marks: ('bold' | 'code')[]): Inline => ({ type: 'text', text, marks })
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })

const fitLine = (content: readonly Inline[]): Inline[] =>
  content.flatMap((inline): Inline[] => {
    if (inline.type === 'link') return [{ ...inline, content: fitLine(inline.content) }]
    if (inline.type !== 'math') return [inline]
    if (inline.latex.trim() === '') return []
    return inline.latex.length > limits.inlineLatex ? [words(inline.latex, 'code')] : [inline]
  })

const fitItem = ({ content, lists, ...item }: ListItem): ListItem => ({
  ...item,
  content: fitLine(content),
  lists: lists.map((list) => ({ ...list, items: list.items.map(fitItem) })),
})

/** What stands below a file: there is no room beside it for more than that. */
const fitCaption = <File extends MediaBlock>(block: File, caption: string): Block[] =>
  caption.length <= limits.caption
    ? [{ ...block, caption }]
    : [{ ...block, caption: '' }, paragraph(words(caption))]

/** A chat shows the description of a picture where it has no caption; a long one is said as its caption. */
const fitImage = (block: Extract<Block, { type: 'image' }>): Block[] => {
  const { alt, caption } = block
  if (alt.length <= limits.alt) return fitCaption(block, caption)
  const said = [alt, caption].filter((text) => text !== '').join(' — ')
  return fitCaption({ ...block, alt: alt.slice(0, limits.alt) }, said)
}

const fitAlbum = (block: Extract<Block, { type: 'album' }>): Block[] => {
  const { items, caption } = block
  const isTight = caption.length > limits.caption || items.some(({ alt }) => alt.length > limits.alt)
  const said = isTight ? [caption, ...items.map(({ alt }) => alt)].filter((text) => text !== '') : []
  const albums = Array.from({ length: Math.ceil(items.length / limits.album) }, (_, index): Block => ({
    ...block,
    items: items
      .slice(index * limits.album, (index + 1) * limits.album)
      .map((item) => (isTight ? { ...item, alt: item.alt.slice(0, limits.alt) } : item)),
    caption: isTight || index > 0 ? '' : caption,
  }))
  return [...albums, ...said.map((text) => paragraph(words(text)))]
}

const fitBlock = (block: Block): Block[] => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote': {
      const content = fitLine(block.content)
      return content.length === 0 ? [] : [{ ...block, content }]
    }
    case 'list':
      return [{ ...block, items: block.items.map(fitItem) }]
    case 'table':
      return [
        {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => ({ ...cell, content: fitLine(cell.content) }))),
        },
      ]
    case 'code':
      // An empty quiz is a fault that is said later.
      if (block.code.trim() === '' && block.language !== quizLanguage) return []
      return [{ ...block, language: block.language.slice(0, limits.language) }]
    case 'math':
      if (block.latex.trim() === '') return []
      return block.latex.length > limits.latex
        ? [{ type: 'code', language: 'latex', code: block.latex }]
        : [block]
    case 'embed': {
      const { url, title } = block
      if (url.length <= limits.url && title.length <= limits.title) return [block]
      return [paragraph({ type: 'link', url, content: [words(title || url)] })]
    }
    case 'callout':
    case 'details':
      return fitFrame(block)
    case 'image':
      return fitImage(block)
    case 'album':
      return fitAlbum(block)
    case 'video':
    case 'audio':
    case 'voice':
    case 'file':
      return fitCaption(block, block.caption)
    default:
      return [block]
  }
}

/** A frame around nothing is its title alone. */
const fitFrame = (block: Extract<Block, { type: 'callout' | 'details' }>): Block[] => {
  const name = block.type === 'callout' ? block.title : block.summary
  const limit = block.type === 'callout' ? limits.title : limits.summary
  const heading = name.trim() === '' ? [] : [paragraph(words(name, 'bold'))]
  const inner = fitBlocks(block.blocks)
  if (inner.length === 0) return heading
  if (name.length <= limit) return [{ ...block, blocks: inner }]
  const short = `${name.slice(0, limit - 1)}…`
  return block.type === 'callout'
    ? [{ ...block, title: '', blocks: [...heading, ...inner] }]
    : [{ ...block, summary: short, blocks: [...heading, ...inner] }]
}

/** Blocks that the editor keeps as they are: no field longer than it takes, none empty, and no word lost. */
export const fitBlocks = (blocks: readonly Block[]): Block[] => blocks.flatMap(fitBlock)
