import type { Block } from '../../lesson/content/block.ts'
import type { StoredMedia } from './importMedia.ts'

type Stored = ReadonlyMap<string, StoredMedia>

const kindOfBlock = {
  image: 'image',
  animation: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'voice',
  file: 'file',
} as const

/** Paths of the source become ids; what a file turned out to be decides how it is shown. */
export const withMedia = (block: Block, stored: Stored): Block => {
  switch (block.type) {
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'file': {
      const { id, kind } = stored.get(block.media)!
      const alt = block.type === 'image' ? block.alt : ''
      // A file that is offered for download stays one.
      const type = block.type === 'file' ? 'file' : kindOfBlock[kind]
      if (type !== 'image') return { type, media: id, caption: block.caption || alt }
      return { type, media: id, alt, caption: block.caption }
    }
    case 'album':
      return { ...block, items: block.items.map((item) => ({ ...item, media: stored.get(item.media)!.id })) }
    case 'callout':
    case 'details':
      return { ...block, blocks: block.blocks.map((inner) => withMedia(inner, stored)) }
    default:
      return block
  }
}
