import type { MediaFile } from '../../../src/contracts/mediaFile.ts'
import type { FileForm } from '../../../src/contracts/runnerMedia.ts'
import type { SentMessage } from '../../../src/lesson/render/outgoingMessage.ts'
import { fileUse } from './fileUse.ts'
import { markupOf } from './markupOf.ts'
import { pollCall } from './pollCall.ts'
import { richCall } from './richCall.ts'
import type { MessageCall } from './sendFiles.ts'

export type Destination = { chatId: number; isProtected: boolean }

const seconds = (duration: number | null) => (duration === null ? undefined : Math.round(duration))

/** What a client shows before it has loaded the file. */
const factsOf = ({ width, height, duration }: MediaFile, form: FileForm): object => {
  const size = { width: width ?? undefined, height: height ?? undefined, duration: seconds(duration) }
  if (form === 'video') return { ...size, supports_streaming: true }
  if (form === 'animation') return size
  if (form === 'audio' || form === 'voice') return { duration: seconds(duration) }
  // Else Telegram shows a picture that is meant to be a file.
  return form === 'document' ? { disable_content_type_detection: true } : {}
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** A message as a call of the Bot API. */
export const messageCall = (message: SentMessage, { chatId, isProtected }: Destination): MessageCall => {
  const to = { chat_id: chatId, protect_content: isProtected || undefined }
  switch (message.kind) {
    case 'text': {
      const { text, entities, preview = { is_disabled: true }, keyboard } = message
      const payload = {
        ...to,
        text,
        entities,
        link_preview_options: preview,
        reply_markup: markupOf(keyboard),
      }
      return { uses: [], build: () => ({ method: 'sendMessage', payload }) }
    }
    case 'rich':
      return richCall(message, to)
    case 'media': {
      const { as, media, caption, entities, keyboard } = message
      const caption_ = caption === '' ? {} : { caption, caption_entities: entities }
      return {
        uses: [fileUse(media, as, true)],
        build: ([file]) => {
          const { form, ref } = file!
          const payload = { ...to, [form]: ref, ...factsOf(media, form), ...caption_ }
          return {
            method: `send${capital(form)}`,
            payload: { ...payload, reply_markup: markupOf(keyboard) },
          }
        },
      }
    }
    case 'album': {
      const { items } = message
      return {
        uses: items.map(({ media, as }) => fileUse(media, as, false)),
        build: (refs) => ({
          method: 'sendMediaGroup',
          payload: {
            ...to,
            media: items.map(({ as, media, caption, entities }, at) => ({
              type: as,
              media: refs[at]!.ref,
              ...factsOf(media, as),
              ...(caption === '' ? {} : { caption, caption_entities: entities }),
            })),
          },
        }),
      }
    }
    case 'poll':
      return pollCall(message, to)
  }
}
