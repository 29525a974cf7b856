import type { MediaFile } from '../../../contracts/mediaFile.ts'
import type { ContentContext } from '../blocks/contentContext.ts'
import { placeFile } from '../blocks/placeFile.ts'
import { mediaMessages } from '../classic/mediaMessages.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { shortenText } from '../text/shortenText.ts'
import type { FoundQuestion } from './questionOf.ts'

const maxCaption = 200

export type OptionPictures = {
  /** As messages before the question, each with the number and the words of its option. */
  messages: OutgoingMessage[]
  /** As parts of a poll, option by option; null: there are none, or a poll does not take one of them. */
  inPoll: (MediaFile | null)[] | null
}

/** The pictures of a question's options. One that is gone is left out: the option has its words. */
export const optionPictures = (
  { options }: Pick<FoundQuestion, 'options'>,
  context: ContentContext,
): OptionPictures => {
  const placed = options.map(({ media }) => {
    const file = media === undefined ? null : placeFile(media, false, context)
    return file === null || 'instead' in file ? null : file
  })
  const items = placed.flatMap((file, place) =>
    file === null
      ? []
      : [{ ...file, caption: `${place + 1}. ${shortenText(options[place]?.text ?? '', maxCaption)}` }],
  )
  const fitsPoll = items.length > 0 && items.every(({ as }) => as === 'photo')
  return {
    messages: mediaMessages(items),
    inPoll: fitsPoll ? placed.map((file) => file?.media ?? null) : null,
  }
}
