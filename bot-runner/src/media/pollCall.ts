import type { MediaFile } from '../../../src/contracts/mediaFile.ts'
import type { FileForm } from '../../../src/contracts/runnerMedia.ts'
import type { OutgoingPoll } from '../../../src/lesson/render/outgoingMessage.ts'
import { fileUse } from './fileUse.ts'
import { markupOf } from './markupOf.ts'
import type { FileRef, MessageCall } from './sendFiles.ts'

const pollForms: Record<MediaFile['kind'], FileForm> = {
  image: 'photo',
  animation: 'animation',
  video: 'video',
  audio: 'audio',
  voice: 'document',
  file: 'document',
}

/** Files are named in the order in which Telegram tells them: that of the question first. */
export const pollCall = (
  poll: OutgoingPoll,
  to: { chat_id: number; protect_content: boolean | undefined },
): MessageCall => {
  const { question, options, isMultiple, correct, explanation, media, keyboard } = poll
  const optionMedia = poll.optionMedia ?? []
  const files = [media, ...optionMedia].filter((file) => file !== null)
  return {
    uses: files.map((file) => fileUse(file, pollForms[file.kind], false)),
    build: (refs) => {
      const mediaOf = (file: MediaFile | null | undefined, ref: FileRef | undefined) =>
        file === null || file === undefined ? undefined : { type: pollForms[file.kind], media: ref!.ref }
      const refOf = (place: number) =>
        refs[(media === null ? 0 : 1) + optionMedia.slice(0, place).filter((file) => file !== null).length]
      return {
        method: 'sendPoll',
        payload: {
          ...to,
          question,
          options: options.map((text, place) => ({ text, media: mediaOf(optionMedia[place], refOf(place)) })),
          type: 'quiz',
          // Of anonymous votes nobody is told whose they are.
          is_anonymous: false,
          allows_multiple_answers: isMultiple || undefined,
          correct_option_ids: correct,
          explanation: explanation ?? undefined,
          open_period: poll.closesIn,
          media: mediaOf(media, refs[0]),
          reply_markup: markupOf(keyboard),
        },
      }
    },
  }
}
