import type { Locale } from '../../../contracts/locale.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import { questionHead } from './questionHead.ts'
import type { FoundQuestion } from './questionOf.ts'
import type { QuestionPicture } from './questionPicture.ts'

/** A question that is answered with a message; `wish`: what that is to be. */
export const quizMessageMessages = (
  { question }: FoundQuestion,
  { picture, wish }: { picture: QuestionPicture; wish: RichText },
  effect: EffectOf<'question'>,
  locale: Locale,
): OutgoingMessage[] => {
  const { version } = effect
  const contents = tapButton(formatText(locale, 'buttonContents', {}).text, { action: 'contents', version })
  const text = joinTexts(
    [questionHead(question, effect, locale), picture.words, plainText(question.text.trim()), wish],
    '\n\n',
  )
  const messages = toMessages(text, [[contents]])
  return picture.message === null ? messages : [picture.message, ...messages]
}
