import type { LearnerQuestion } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { joinTexts } from '../text/joinTexts.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'
import { durationText } from './durationText.ts'
import type { EffectOf } from './effectOf.ts'

/** Which question it is, what it is worth where that is not the usual, and how much time is left. */
export const questionHead = (
  { marks }: LearnerQuestion,
  { index, total, secondsLeft }: EffectOf<'question'>,
  locale: Locale,
): RichText =>
  joinTexts(
    [
      formatText(locale, 'quizQuestion', { index: index + 1, total }),
      ...(marks === 1 ? [] : [formatText(locale, 'quizMarks', { marks })]),
      ...(secondsLeft === null
        ? []
        : [formatText(locale, 'quizTimeLeft', { time: durationText(secondsLeft, locale) })]),
    ],
    ' · ',
  )
