import type { MediaFile } from '../../../contracts/mediaFile.ts'
import type { RichBlock } from './richBlocks.ts'

const idsOf = (block: RichBlock): string[] => {
  switch (block.type) {
    case 'photo':
      return [block.photo.media]
    case 'video':
      return [block.video.media]
    case 'animation':
      return [block.animation.media]
    case 'audio':
      return [block.audio.media]
    case 'voice_note':
      return [block.voice_note.media]
    case 'document':
      return [block.document.media]
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(idsOf))
    case 'details':
    case 'blockquote':
    case 'collage':
    case 'slideshow':
      return block.blocks.flatMap(idsOf)
    default:
      return []
  }
}

/** The files in some blocks, by id. */
export const mediaOf = (
  blocks: readonly RichBlock[],
  media: Readonly<Record<string, MediaFile>>,
): Record<string, MediaFile> => {
  const found: Record<string, MediaFile> = {}
  for (const id of blocks.flatMap(idsOf).map((name) => name.replace(/^media:/, ''))) {
    const file = media[id]
    if (file !== undefined) found[id] = file
  }
  return found
}
