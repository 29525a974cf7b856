import type { InputRichBlock } from '@grammyjs/types'

import type { MediaFile } from '../../../contracts/mediaFile.ts'
import type { Album, Inline, MediaBlock } from '../../content/block.ts'
import { albumCaptions } from '../blocks/albumCaptions.ts'
import { captionLimit } from '../blocks/captionLimit.ts'
import type { ContentContext } from '../blocks/contentContext.ts'
import { placeFile } from '../blocks/placeFile.ts'
import type { MediaForm } from '../outgoingMessage.ts'
import { plainText } from '../text/plainText.ts'

type RichBlock = InputRichBlock<never>
type Paragraph = (inlines: readonly Inline[]) => RichBlock[]

const isPicture = ({ type }: RichBlock) => type === 'photo' || type === 'video' || type === 'animation'

const fileBlock = (file: MediaFile, as: MediaForm, caption: string): RichBlock => {
  const media = `media:${file.id}`
  const below = caption === '' ? {} : { caption: { text: caption } }
  const duration = file.duration === null ? {} : { duration: Math.round(file.duration) }
  const sides = file.width === null || file.height === null ? {} : { width: file.width, height: file.height }
  switch (as) {
    case 'photo':
      return { type: 'photo', photo: { type: 'photo', media }, ...below }
    case 'video':
      return {
        type: 'video',
        video: { type: 'video', media, ...sides, ...duration, supports_streaming: true },
        ...below,
      }
    case 'animation':
      return { type: 'animation', animation: { type: 'animation', media, ...sides, ...duration }, ...below }
    case 'audio':
      return { type: 'audio', audio: { type: 'audio', media, ...duration }, ...below }
    case 'voice':
      return { type: 'voice_note', voice_note: { type: 'voice_note', media, ...duration }, ...below }
    case 'document':
      return { type: 'document', document: { type: 'document', media }, ...below }
  }
}

/** A caption that fits below a medium; what is longer, or what is below nothing, is a paragraph. */
const captionOf = (given: string, paragraph: Paragraph): { caption: string; below: RichBlock[] } => {
  const caption = plainText(given).text.trim()
  if (caption.length <= captionLimit) return { caption, below: [] }
  return { caption: '', below: paragraph([{ type: 'text', text: given, marks: [] }]) }
}

const richFile = (
  id: string,
  isAsFile: boolean,
  given: string,
  context: ContentContext,
  paragraph: Paragraph,
) => {
  const placed = placeFile(id, isAsFile, context)
  if ('instead' in placed)
    return [...paragraph(placed.instead), ...paragraph([{ type: 'text', text: given, marks: [] }])]
  const { caption, below } = captionOf(given, paragraph)
  return [fileBlock(placed.media, placed.as, caption), ...below]
}

export const richMedia = (block: MediaBlock, context: ContentContext, paragraph: Paragraph): RichBlock[] => {
  const caption = block.type === 'image' && block.caption.trim() === '' ? block.alt : block.caption
  return richFile(block.media, block.type === 'file', caption, context, paragraph)
}

/** Pictures side by side or one at a time; what is none, or stands alone, as blocks of its own. */
export const richAlbum = (album: Album, context: ContentContext, paragraph: Paragraph): RichBlock[] => {
  const { whole, each } = albumCaptions(album)
  const blocks = album.items.flatMap(({ media }, index) =>
    richFile(media, false, each[index] ?? '', context, paragraph),
  )
  const { caption, below } = captionOf(whole, paragraph)
  if (blocks.length > 1 && blocks.every(isPicture)) {
    const under = caption === '' ? {} : { caption: { text: caption } }
    return [{ type: album.layout, blocks, ...under }, ...below]
  }
  return [...blocks, ...(caption === '' ? below : paragraph([{ type: 'text', text: caption, marks: [] }]))]
}
