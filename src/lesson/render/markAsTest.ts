import type { Locale } from '../../contracts/locale.ts'
import { pollLimits } from '../engine/quiz/questionForm.ts'
import { captionLimit } from './blocks/captionLimit.ts'
import type { OutgoingMessage, SentMessage } from './outgoingMessage.ts'
import { fitsMessage, richSize } from './rich/richSize.ts'
import { joinTexts } from './text/joinTexts.ts'
import type { RichText, TextEntity } from './text/richText.ts'
import { splitText } from './text/splitText.ts'
import { formatText } from './texts/formatText.ts'
import { toMessages } from './toMessages.ts'

type Worded = { text: string; entities: Extract<OutgoingMessage, { kind: 'text' }>['entities'] }

/** Entities of a message are ones that we made ourselves. */
const below = (mark: RichText, { text, entities }: Worded): RichText =>
  joinTexts([mark, { text, entities: entities as TextEntity[] }], '\n\n')

/** The message with the mark in it; null where there is no room for that. */
const marked = (message: SentMessage, mark: RichText, locale: Locale): SentMessage | null => {
  switch (message.kind) {
    case 'text': {
      const parts = splitText(below(mark, message))
      const [whole] = parts
      if (whole === undefined || parts.length > 1) return null
      return { ...message, text: whole.text, entities: [...whole.entities] }
    }
    case 'rich': {
      const blocks = [{ type: 'paragraph' as const, text: mark.text }, ...message.blocks]
      return fitsMessage(richSize(blocks)) ? { ...message, blocks } : null
    }
    case 'media': {
      const { text, entities } = below(mark, { text: message.caption, entities: message.entities })
      return text.length <= captionLimit ? { ...message, caption: text, entities: [...entities] } : null
    }
    case 'poll': {
      const question = formatText(locale, 'testPoll', { question: message.question }).text
      const otherwise = markAsTest(message.otherwise, locale)
      return question.length <= pollLimits.question ? { ...message, question, otherwise } : null
    }
    case 'album':
      return null
  }
}

/**
 * What is shown to somebody who tries a course out begins by saying so. Where there is no room for that it is said in a
 * message of its own; what takes the place of a message that was said of already is not sent apart from it.
 */
export const markAsTest = (messages: OutgoingMessage[], locale: Locale): OutgoingMessage[] => {
  const [first, ...others] = messages
  // Where only buttons change, the message above them is marked.
  if (first === undefined || first.kind === 'buttons') return messages
  const mark = formatText(locale, 'testMark', {})
  const whole = marked(first, mark, locale)
  if (whole !== null) return [whole, ...others]
  const isInPlace = first.kind === 'text' && first.isInPlace === true
  return isInPlace ? messages : [...toMessages(mark), ...messages]
}
