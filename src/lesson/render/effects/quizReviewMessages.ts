import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { inPlace } from '../inPlace.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { shortenText } from '../text/shortenText.ts'
import { wrapText } from '../text/wrapText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import { givenWords, rightWords } from './answerTexts.ts'
import type { EffectOf } from './effectOf.ts'
import { questionOf } from './questionOf.ts'

type Review = EffectOf<'quizReview'>

const maxQuestion = 200
const maxExplanation = 500

const signOf = ({ credit, isAnswered }: Review['items'][number]): string => {
  if (!isAnswered) return '▫️'
  if (credit === null) return '🔘'
  return credit === 1 ? '✅' : credit > 0 ? '🟡' : '❌'
}

const itemText = (
  release: LearnerRelease,
  { stepId, from }: Review,
  { item, place, locale }: { item: Review['items'][number]; place: number; locale: Locale },
): RichText => {
  const found = questionOf(release, { stepId, questionId: item.questionId, options: [] })
  if (found === null) return plainText('')
  const { question } = found
  const { given, right, explanation } = item
  const title = `${signOf(item)} ${from + place + 1}. ${shortenText(question.text, maxQuestion)}`
  return joinTexts(
    [
      wrapText(plainText(title), { type: 'bold' }),
      ...(item.isAnswered ? [] : [formatText(locale, 'quizNotAnswered', {})]),
      ...(given.length === 0
        ? []
        : [formatText(locale, 'quizYourAnswer', { answer: givenWords(question, given) })]),
      ...(right === null || item.credit === 1
        ? []
        : [formatText(locale, 'quizRightAnswer', { answer: rightWords(question, right, locale) })]),
      ...(explanation === null ? [] : [plainText(`💡 ${shortenText(explanation, maxExplanation)}`)]),
    ],
    '\n',
  )
}

/** Answers of an attempt that is over, a page of them; its buttons turn the page in place. */
export const quizReviewMessages = (
  release: LearnerRelease,
  effect: Review,
  locale: Locale,
): OutgoingMessage[] => {
  const { version, page, pages, from, items } = effect
  const step = release.steps.find(({ id }) => id === effect.stepId)
  const total = step?.stepType === 'quiz' ? step.quiz.asked : from + items.length
  /** Pages are counted from 1 in buttons. */
  const turn = (label: string, option: number) => tapButton(label, { action: 'review', version, option })
  const turning = [
    ...(page > 0 ? [turn('◀️', page)] : []),
    ...(page < pages - 1 ? [turn('▶️', page + 2)] : []),
  ]
  const text = joinTexts(
    [
      formatText(locale, 'quizReviewTitle', { from: from + 1, to: from + items.length, total }),
      ...items.map((item, place) => itemText(release, effect, { item, place, locale })),
    ],
    '\n\n',
  )
  const messages = toMessages(text, turning.length > 0 ? [turning] : [])
  return effect.isInPlace ? inPlace(messages) : messages
}
