import type { Album, MediaBlock } from '../../content/block.ts'
import { albumCaptions } from '../blocks/albumCaptions.ts'
import { captionLimit } from '../blocks/captionLimit.ts'
import type { ContentContext } from '../blocks/contentContext.ts'
import { placeFile } from '../blocks/placeFile.ts'
import { plainText } from '../text/plainText.ts'
import { inlineText } from './inlineText.ts'
import type { Piece } from './piece.ts'

type Item = Extract<Piece, { kind: 'media' }>['items'][number]

/** What is too long for a caption stands below. */
const captionPiece = (caption: string): Piece[] =>
  caption.trim() === '' ? [] : [{ kind: 'text', text: plainText(caption) }]

const fits = (caption: string) => plainText(caption).text.length <= captionLimit

const filePieces = (id: string, isAsFile: boolean, caption: string, context: ContentContext): Piece[] => {
  const placed = placeFile(id, isAsFile, context)
  if ('instead' in placed)
    return [{ kind: 'text', text: inlineText(placed.instead) }, ...captionPiece(caption)]
  const item: Item = { ...placed, caption: fits(caption) ? plainText(caption).text.trim() : '' }
  return [{ kind: 'media', items: [item] }, ...(fits(caption) ? [] : captionPiece(caption))]
}

export const mediaPieces = (block: MediaBlock, context: ContentContext): Piece[] => {
  const caption = block.type === 'image' && block.caption.trim() === '' ? block.alt : block.caption
  return filePieces(block.media, block.type === 'file', caption, context)
}

/** Pictures in one piece, with what cannot be shown between them. */
export const albumPieces = (album: Album, context: ContentContext): Piece[] => {
  const { whole, each } = albumCaptions(album)
  const pieces: Piece[] = []
  album.items.forEach(({ media }, index) => {
    for (const piece of filePieces(media, false, each[index] ?? '', context)) {
      const last = pieces.at(-1)
      if (piece.kind === 'media' && last?.kind === 'media') last.items.push(...piece.items)
      else pieces.push(piece)
    }
  })
  const [first] = pieces
  const isUnder =
    first?.kind === 'media' && pieces.length === 1 && first.items[0]?.caption === '' && fits(whole)
  if (!isUnder) return [...pieces, ...captionPiece(whole)]
  const items = first.items.map((item, index) =>
    index === 0 ? { ...item, caption: plainText(whole).text.trim() } : item,
  )
  return [{ kind: 'media', items }]
}
