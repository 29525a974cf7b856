import { badRequest } from '../../../botApiError.ts'
import type { LinkedMedia } from '../readLinkedMedia.ts'
import type { RichMediaType } from '../resolveRichMedia.ts'
import { hasAttribute, type HtmlElement } from './htmlTree.ts'

/** What each tag shows if the address does not say that it is something else. */
const TAGS: Readonly<Record<string, RichMediaType>> = {
  img: 'photo',
  video: 'video',
  audio: 'audio',
  'tg-document': 'document',
}
/** What may stand behind `tg://…?id=`, by its scheme. */
const LINKED: Readonly<Record<string, readonly string[]>> = {
  photo: ['photo'],
  video: ['video', 'animation'],
  audio: ['audio', 'voice_note'],
  document: ['document'],
}

/** `<img>`, `<video>`, `<audio>` and `<tg-document>` as a block; undefined for other tags. */
export function htmlMedia(element: HtmlElement, linked: LinkedMedia): Record<string, unknown> | undefined {
  const kind = TAGS[element.name]
  if (!kind) return undefined
  const src = element.attributes.src?.trim() ?? ''
  const hasSpoiler = hasAttribute(element, 'tg-spoiler')
  const link = /^tg:\/\/(photo|video|audio|document)\?id=(.*)$/.exec(src)
  const input = link ? findLinked(link[1] ?? '', link[2] ?? '', linked) : atAddress(kind, src)
  const type = String(input.type)
  return { type, [type]: hasSpoiler ? { ...input, has_spoiler: true } : input }
}

function findLinked(scheme: string, id: string, linked: LinkedMedia) {
  const input = linked.get(id)
  if (!input || !LINKED[scheme]?.includes(String(input.type)))
    throw badRequest(`RICH_MESSAGE_${scheme.toUpperCase()}_INVALID`)
  return input
}

function atAddress(kind: RichMediaType, media: string) {
  if (!/^https?:\/\//i.test(media)) throw badRequest(`RICH_MESSAGE_${kind.toUpperCase()}_URL_INVALID`)
  const path = media.replace(/[?#].*$/, '').toLowerCase()
  if (kind === 'video' && path.endsWith('.gif')) return { type: 'animation', media }
  if (kind === 'audio' && /\.(?:ogg|oga|opus)$/.test(path)) return { type: 'voice_note', media }
  return { type: kind, media }
}
