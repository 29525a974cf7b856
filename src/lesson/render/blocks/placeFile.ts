import { maxUploadBytes, type MediaFile } from '../../../contracts/mediaFile.ts'
import type { Inline } from '../../content/block.ts'
import type { MediaForm } from '../outgoingMessage.ts'
import { formatText } from '../texts/formatText.ts'
import type { ContentContext } from './contentContext.ts'

const MIB = 2 ** 20
/** What Telegram takes as a photo; what is larger, it takes as a file. */
const maxPhotoBytes = 10 * MIB
/** A photo's sides together, and the one divided by the other. */
const maxPhotoSides = 10_000
const maxPhotoRatio = 20

const isPhoto = ({ mimeType, bytes, width, height }: MediaFile): boolean => {
  if (!/^image\/(?:jpeg|png|webp)$/.test(mimeType) || bytes > maxPhotoBytes) return false
  if (width === null || height === null) return true
  const ratio = Math.max(width, height) / Math.min(width, height)
  return width + height <= maxPhotoSides && ratio <= maxPhotoRatio
}

const formOf = (file: MediaFile, isAsFile: boolean): MediaForm => {
  if (isAsFile || file.kind === 'file') return 'document'
  return file.kind === 'image' ? (isPhoto(file) ? 'photo' : 'document') : file.kind
}

export type PlacedFile = { media: MediaFile; as: MediaForm } | { instead: Inline[] }

/**
 * How a file is sent; or the words that stand for one that cannot be, with a link where there is one.
 *
 * @param isAsFile whether Telegram is to leave it untouched, whatever it is
 */
export const placeFile = (id: string, isAsFile: boolean, context: ContentContext): PlacedFile => {
  const file = Object.hasOwn(context.media, id) ? context.media[id] : undefined
  const words = (text: string): Inline => ({ type: 'text', text, marks: [] })
  if (file === undefined) return { instead: [words(formatText(context.locale, 'fileUnavailable', {}).text)] }
  if (file.bytes <= maxUploadBytes) return { media: file, as: formOf(file, isAsFile) }
  const size = Math.ceil(file.bytes / MIB)
  const name = words(formatText(context.locale, 'fileLink', { name: file.filename, size }).text)
  const url = context.linkOf(file)
  return { instead: [url === null ? name : { type: 'link', url, content: [name] }] }
}
