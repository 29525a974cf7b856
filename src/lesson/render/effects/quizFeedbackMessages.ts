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
import type { EffectOf } from './effectOf.ts'
import { questionOf, type FoundQuestion } from './questionOf.ts'

type Feedback = EffectOf<'quizFeedback'>

const bold = (text: string): RichText => wrapText(plainText(text.trim()), { type: 'bold' })

/** Each option with what it was: right ones, and the wrong ones that were chosen. */
const optionLines = ({ options }: FoundQuestion, effect: Feedback, locale: Locale): RichText =>
  joinTexts(
    options.map(({ text }, place) => {
      const isChosen = effect.chosen.includes(place)
      const isRight = effect.correct.includes(place)
      const line = plainText(`${isRight ? '✅' : isChosen ? '❌' : '▫️'} ${text.trim()}`)
      const isMissed = isRight && !isChosen && effect.chosen.length > 0 && effect.correct.length > 1
      return isMissed ? joinTexts([line, formatText(locale, 'quizMissed', {})], ' ') : line
    }),
    '\n',
  )

/** Why the chosen options are right or wrong. Which one is meant need not be said of a single one. */
const explanations = ({ options }: FoundQuestion, effect: Feedback): RichText[] =>
  effect.explanations.map(({ option, text }) => {
    const mark = effect.correct.includes(option) ? '✅' : '❌'
    const name = shortenText(options[option]?.text ?? '', 60)
    return plainText(effect.chosen.length > 1 ? `${mark} ${name}: ${text.trim()}` : `💬 ${text.trim()}`)
  })

/** What is right, and why. After a poll only what the poll has no place for. */
export const quizFeedbackMessages = (
  release: LearnerRelease,
  effect: Feedback,
  locale: Locale,
): OutgoingMessage[] => {
  const found = questionOf(release, effect)
  if (found === null) return []
  if (effect.after === 'poll') return toMessages(joinTexts(explanations(found, effect), '\n\n'))
  const text = joinTexts(
    [
      bold(found.question.text),
      optionLines(found, effect, locale),
      formatText(locale, effect.isCorrect ? 'quizRight' : 'quizWrong', {}),
      ...explanations(found, effect),
      plainText(effect.explanation === null ? '' : `💡 ${effect.explanation.trim()}`),
    ],
    '\n\n',
  )
  return inPlace(toMessages(text))
}
