import { baseOf } from '../../import/plan/paths.ts'
import { fitBlocks } from '../../import/plan/fitBlocks.ts'
import type { Block } from '../../lesson/content/block.ts'
import type { StoredMedia } from './importMedia.ts'

type Stored = ReadonlyMap<string, StoredMedia>

const words = (text: string): Block[] =>
  text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text, marks: [] }] }]

const withoutIn = (block: Block, stored: Stored): Block[] => {
  switch (block.type) {
    case 'image':
      return stored.has(block.media) ? [block] : words(block.caption || block.alt || baseOf(block.media))
    case 'video':
    case 'audio':
    case 'voice':
    case 'file':
      return stored.has(block.media) ? [block] : words(block.caption || baseOf(block.media))
    case 'album': {
      const items = block.items.filter(({ media }) => stored.has(media))
      const lost = block.items.filter(({ media }) => !stored.has(media)).flatMap(({ alt }) => words(alt))
      const [only] = items
      if (items.length > 1) return [{ ...block, items }, ...lost]
      return [
        ...(only ? [{ type: 'image' as const, ...only, caption: block.caption }] : words(block.caption)),
        ...lost,
      ]
    }
    case 'callout':
    case 'details':
      return [{ ...block, blocks: block.blocks.flatMap((inner) => withoutIn(inner, stored)) }]
    default:
      return [block]
  }
}

/** Of files that were refused, where that is forgiven, the words stay, or the names. */
export const withoutRefused = (blocks: readonly Block[], stored: Stored): Block[] =>
  fitBlocks(blocks.flatMap((block) => withoutIn(block, stored)))
