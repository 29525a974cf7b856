import type { Locale } from '../../../contracts/locale.ts'
import { inPlace } from '../inPlace.ts'
import type { Keyboard, OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import { chooseParts } from './chooseParts.ts'
import type { EffectOf } from './effectOf.ts'
import { orderParts } from './orderParts.ts'
import { matchParts } from './matchParts.ts'
import { questionHead } from './questionHead.ts'
import type { FoundQuestion } from './questionOf.ts'
import type { QuestionPicture } from './questionPicture.ts'

const partsOf = (
  found: FoundQuestion,
  effect: EffectOf<'question'>,
  hasPictures: boolean,
  locale: Locale,
) => {
  const { question } = found
  if (question.kind === 'order') return orderParts(found, effect, locale)
  if (question.kind === 'match') return matchParts({ ...found, question }, effect, locale)
  return chooseParts(found, effect, { hasPictures, locale })
}

/** A question as a message with buttons, its pictures before it. */
export const quizButtonMessages = (
  found: FoundQuestion,
  parts: { picture: QuestionPicture; optionPictures: OutgoingMessage[]; contents: Keyboard[number][number] },
  effect: EffectOf<'question'>,
  locale: Locale,
): OutgoingMessage[] => {
  const { question } = found
  const { picture, optionPictures, contents } = parts
  const { version, isInPlace } = effect
  const { lines, rows, hasSubmit } = partsOf(found, effect, optionPictures.length > 0, locale)
  const submit = tapButton(formatText(locale, 'buttonQuizSubmit', {}).text, { action: 'submit', version })
  const keyboard: Keyboard = [...rows, ...(hasSubmit ? [[submit]] : []), [contents]]
  const text = joinTexts(
    [questionHead(question, effect, locale), picture.words, plainText(question.text.trim()), ...lines],
    '\n\n',
  )
  const messages = toMessages(text, keyboard)
  if (isInPlace) return inPlace(messages)
  return [...(picture.message === null ? [] : [picture.message]), ...optionPictures, ...messages]
}
