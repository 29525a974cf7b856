import type { Block, Inline } from '../../lesson/content/block.ts'

const words = (text: string): Block[] =>
  text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text, marks: ['bold'] }] }]

const isPage = (url: string) => /^https?:/i.test(url) && url.length <= 2048

const link = (url: string, text: string): Inline => ({
  type: 'link',
  url,
  content: [{ type: 'text', text: text || url, marks: [] }],
})

const maxLatex = 4000

/**
 * Blocks as the editor's fields take them: what is too long for a field is shown otherwise, and frames are opened where
 * the editor has none.
 * @param isFramed they will stand in a callout or in details
 */
export const fitBlocks = (blocks: readonly Block[], isFramed: boolean): Block[] =>
  blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'callout': {
        const title = block.title.slice(0, 200)
        const inner = fitBlocks(block.blocks, true)
        return isFramed ? [...words(title), ...inner] : [{ ...block, title, blocks: inner }]
      }
      case 'details': {
        const summary = block.summary.slice(0, 300)
        const inner = fitBlocks(block.blocks, true)
        return isFramed ? [...words(summary), ...inner] : [{ ...block, summary, blocks: inner }]
      }
      case 'embed':
        return isPage(block.url)
          ? [{ ...block, title: block.title.slice(0, 200) }]
          : [{ type: 'paragraph', content: [link(block.url, block.title)] }]
      case 'code':
        return [{ ...block, language: block.language.slice(0, 40) }]
      case 'math':
        return block.latex.length <= maxLatex
          ? [block]
          : [{ type: 'code', language: 'latex', code: block.latex }]
      default:
        return [block]
    }
  })
