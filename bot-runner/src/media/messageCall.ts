import type { MediaFile } from '../../../src/contracts/mediaFile.ts'
import type { FileForm } from '../../../src/contracts/runnerMedia.ts'
import type { SentMessage } from '../../../src/lesson/render/outgoingMessage.ts'
import type { FileUse } from './fileIds.ts'
import { markupOf } from './markupOf.ts'
import { richCall } from './richCall.ts'
import type { MessageCall } from './sendFiles.ts'

export type Destination = { chatId: number; isProtected: boolean }

/** What Telegram may make of a file besides: a film without sound is an animation to it. */
const alsoHeldAs: Partial<Record<FileForm, readonly FileForm[]>> = {
  video: ['animation'],
  animation: ['video', 'document'],
}

const fileUse = (media: MediaFile, form: FileForm, isAlone: boolean): FileUse => ({
  media,
  forms: [form, ...(isAlone ? (alsoHeldAs[form] ?? []) : [])],
})

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

const pollForms: Record<MediaFile['kind'], FileForm> = {
  image: 'photo',
  animation: 'animation',
  video: 'video',
  audio: 'audio',
  voice: 'document',
  file: 'document',
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
    case 'poll': {
      const { question, options, isMultiple, correct, explanation, media, keyboard } = message
      const form = media === null ? null : pollForms[media.kind]
      return {
        uses: media === null || form === null ? [] : [fileUse(media, form, false)],
        build: ([file]) => ({
          method: 'sendPoll',
          payload: {
            ...to,
            question,
            options: options.map((text) => ({ text })),
            type: 'quiz',
            // Of anonymous votes nobody is told whose they are.
            is_anonymous: false,
            allows_multiple_answers: isMultiple || undefined,
            correct_option_ids: correct,
            explanation: explanation ?? undefined,
            media: file && { type: form, media: file.ref },
            reply_markup: markupOf(keyboard),
          },
        }),
      }
    }
  }
}
