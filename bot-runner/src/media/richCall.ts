import type { FileForm } from '../../../src/contracts/runnerMedia.ts'
import type { OutgoingMessage } from '../../../src/lesson/render/outgoingMessage.ts'
import type { FileUse } from './fileIds.ts'
import { markupOf } from './markupOf.ts'
import type { MessageCall } from './sendFiles.ts'

type Rich = Extract<OutgoingMessage, { kind: 'rich' }>

const prefix = 'media:'
const forms: Record<string, FileForm> = {
  photo: 'photo',
  animation: 'animation',
  video: 'video',
  audio: 'audio',
  voice_note: 'voice',
  document: 'document',
}

type Placed = { type: string; media: string }

const isPlaced = (value: object): value is Placed =>
  'media' in value && typeof value.media === 'string' && value.media.startsWith(prefix)

/** A copy of `value` with every `media:<id>` in it replaced, from the first to the last. */
const replace = (value: unknown, next: (placed: Placed) => string): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((part) => replace(part, next))
  if (isPlaced(value)) return { ...value, media: next(value) }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replace(part, next)]))
}

/** @param to the fields that say where a message goes */
export const richCall = ({ blocks, media, keyboard }: Rich, to: object): MessageCall => {
  const uses: FileUse[] = []
  replace(blocks, ({ type, media: place }) => {
    const file = media[place.slice(prefix.length)]
    const form = forms[type]
    if (file === undefined || form === undefined) throw new Error(`no file for ${type} ${place}`)
    uses.push({ media: file, forms: [form] })
    return place
  })
  return {
    uses,
    build: (refs) => {
      let at = 0
      const filled = uses.length === 0 ? blocks : replace(blocks, () => refs[at++]!.ref)
      return {
        method: 'sendRichMessage',
        payload: { ...to, rich_message: { blocks: filled }, reply_markup: markupOf(keyboard) },
      }
    },
  }
}
