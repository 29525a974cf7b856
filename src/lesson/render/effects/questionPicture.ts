import type { MediaFile } from '../../../contracts/mediaFile.ts'
import type { ContentContext } from '../blocks/contentContext.ts'
import { placeFile } from '../blocks/placeFile.ts'
import { inlineText } from '../classic/inlineText.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import type { RichText } from '../text/richText.ts'

export type QuestionPicture = {
  /** As a message before the question. */
  message: OutgoingMessage | null
  /** As a part of a poll; null where a poll does not take it. */
  inPoll: MediaFile | null
  /** What is said where it cannot be sent. */
  words: RichText
}

const nothing: RichText = { text: '', entities: [] }

/** The picture of a question, `media` being its id. */
export const questionPicture = (media: string | null, context: ContentContext): QuestionPicture => {
  if (media === null) return { message: null, inPoll: null, words: nothing }
  const placed = placeFile(media, false, context)
  if ('instead' in placed) return { message: null, inPoll: null, words: inlineText(placed.instead) }
  return {
    message: { kind: 'media', ...placed, caption: '', entities: [] },
    inPoll: placed.as === 'photo' ? placed.media : null,
    words: nothing,
  }
}
