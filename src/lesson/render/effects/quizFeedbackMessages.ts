import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { inPlace } from '../inPlace.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { shortenText } from '../text/shortenText.ts'
import { wrapText } from '../text/wrapText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import { givenWords, rightWords } from './answerTexts.ts'
import { creditText } from './creditText.ts'
import type { EffectOf } from './effectOf.ts'
import { questionOf, type FoundQuestion } from './questionOf.ts'

type Feedback = EffectOf<'quizFeedback'>

const bold = (text: string): RichText => wrapText(plainText(text.trim()), { type: 'bold' })

const signOf = ({ chosen, correct }: Feedback, place: number): string => {
  const isChosen = chosen.includes(place)
  if (correct === null) return isChosen ? '🔘' : '▫️'
  return correct.includes(place) ? '✅' : isChosen ? '❌' : '▫️'
}

/** Each option with what it was: right ones, and the wrong ones that were chosen. */
const optionLines = ({ options }: FoundQuestion, effect: Feedback, locale: Locale): RichText =>
  joinTexts(
    options.map(({ text }, place) => {
      const { chosen, correct } = effect
      const line = plainText(`${signOf(effect, place)} ${text.trim()}`)
      const isMissed =
        correct !== null &&
        correct.length > 1 &&
        chosen.length > 0 &&
        correct.includes(place) &&
        !chosen.includes(place)
      return isMissed ? joinTexts([line, formatText(locale, 'quizMissed', {})], ' ') : line
    }),
    '\n',
  )

/** What was written, put in order or matched, and what is right where that is to be told. */
const answerLines = ({ question }: FoundQuestion, effect: Feedback, locale: Locale): RichText[] => {
  const { given, right, after } = effect
  const isSeen = after === 'message' || given.length === 0
  return [
    ...(isSeen ? [] : [formatText(locale, 'quizYourAnswer', { answer: givenWords(question, given) })]),
    ...(right === null
      ? []
      : [formatText(locale, 'quizRightAnswer', { answer: rightWords(question, right, locale) })]),
  ]
}

/** Why the chosen options are right or wrong. Which one is meant need not be said of a single one. */
const explanations = ({ options }: FoundQuestion, effect: Feedback): RichText[] =>
  effect.explanations.map(({ option, text }) => {
    const name = shortenText(options[option]?.text ?? '', 60)
    const isOneOfMany = effect.chosen.length > 1
    return plainText(isOneOfMany ? `${signOf(effect, option)} ${name}: ${text.trim()}` : `💬 ${text.trim()}`)
  })

/** What is right, and why, as far as it is told now. After a poll only what the poll has no place for. */
export const quizFeedbackMessages = (
  release: LearnerRelease,
  effect: Feedback,
  locale: Locale,
): OutgoingMessage[] => {
  const found = questionOf(release, effect)
  if (found === null) return []
  if (effect.after === 'poll') return toMessages(joinTexts(explanations(found, effect), '\n\n'))
  const { credit, explanation, after } = effect
  const text = joinTexts(
    [
      // Of what was written or sent the question stands just above.
      ...(after === 'message' ? [] : [bold(found.question.text)]),
      optionLines(found, effect, locale),
      credit === null ? formatText(locale, 'quizTaken', {}) : creditText(credit, locale),
      ...answerLines(found, effect, locale),
      ...explanations(found, effect),
      plainText(explanation === null ? '' : `💡 ${explanation.trim()}`),
    ],
    '\n\n',
  )
  const messages = toMessages(text)
  return after === 'message' ? messages : inPlace(messages)
}
