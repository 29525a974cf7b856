import type { Locale } from '../../../contracts/locale.ts'
import type { Keyboard, OutgoingMessage } from '../outgoingMessage.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import { questionHead } from './questionHead.ts'
import type { FoundQuestion } from './questionOf.ts'
import type { QuestionPicture } from './questionPicture.ts'

/** A question that is answered with a message; `wish`: what that is to be. */
export const quizMessageMessages = (
  { question }: FoundQuestion,
  parts: { picture: QuestionPicture; wish: RichText; contents: Keyboard[number][number] },
  effect: EffectOf<'question'>,
  locale: Locale,
): OutgoingMessage[] => {
  const { picture, wish, contents } = parts
  const text = joinTexts(
    [questionHead(question, effect, locale), picture.words, plainText(question.text.trim()), wish],
    '\n\n',
  )
  const messages = toMessages(text, [[contents]])
  return picture.message === null ? messages : [picture.message, ...messages]
}
