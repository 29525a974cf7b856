import type { RichBlock, RichText } from '@grammyjs/types'

/** What a block of a rich message consists of, in the order in which it is shown. */
interface RichParts {
  before: RichText[]
  /** The blocks within it; each item of a list has its own. */
  groups: RichBlock[][]
  after: RichText[]
}

const NOTHING: RichText = ''

export function richParts(block: RichBlock): RichParts {
  switch (block.type) {
    case 'list':
      return { before: [], groups: block.items.map(({ blocks }) => blocks), after: [] }
    case 'table': {
      const cells = block.cells.flat().map(({ text }) => text ?? NOTHING)
      return { before: [block.caption ?? NOTHING, ...cells], groups: [], after: [] }
    }
    case 'details':
      return { before: [block.summary], groups: [block.blocks], after: [] }
    case 'buttons':
      return { before: block.buttons.map(({ text }) => text), groups: [], after: [] }
    case 'mathematical_expression':
      return { before: [block.expression], groups: [], after: [] }
    default: {
      const { caption } = 'caption' in block ? block : {}
      const credit = 'credit' in block ? block.credit : caption?.credit
      return {
        before: ['text' in block ? block.text : NOTHING],
        groups: 'blocks' in block ? [block.blocks] : [],
        after: [caption?.text ?? NOTHING, credit ?? NOTHING],
      }
    }
  }
}
