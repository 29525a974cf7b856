import type { Finding } from '../../import/convert/finding.ts'
import type { Block, Inline } from '../../lesson/content/block.ts'

const text = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')

/**
 * Pictures of other sites are neither taken nor linked to: nobody asked their owners, and tomorrow they may be gone.
 * Their descriptions stay.
 */
export const leaveOutPictures = (
  blocks: readonly Block[],
  findings: readonly Finding[],
): { blocks: Block[]; count: number } => {
  const found = findings.filter(({ code }) => code === 'remotePicture')
  const addresses = new Set(found.map(({ what }) => what))
  const isPicture = (url: string) => addresses.has(url.slice(0, 200))
  const line = (content: readonly Inline[]): Inline[] =>
    content.flatMap((inline): Inline[] => {
      if (inline.type !== 'link' || !isPicture(inline.url)) return [inline]
      return text(inline.content) === inline.url ? [] : inline.content
    })
  const visit = (list: readonly Block[]): Block[] =>
    list.flatMap((block): Block[] => {
      switch (block.type) {
        case 'embed':
          if (!isPicture(block.url)) return [block]
          return block.title === ''
            ? []
            : [{ type: 'paragraph', content: [{ type: 'text', text: block.title, marks: ['italic'] }] }]
        case 'paragraph':
        case 'heading':
        case 'quote':
          return [{ ...block, content: line(block.content) }]
        case 'callout':
        case 'details':
          return [{ ...block, blocks: visit(block.blocks) }]
        default:
          return [block]
      }
    })
  return { blocks: visit(blocks), count: found.length }
}
