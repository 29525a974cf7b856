import type { LearnerStep } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { joinTexts } from '../text/joinTexts.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'
import type { EffectOf } from './effectOf.ts'

/** What is said of a quiz below its step's content; empty for other steps. */
export const quizIntroLines = (
  step: LearnerStep,
  quiz: EffectOf<'step'>['quiz'],
  locale: Locale,
): RichText => {
  if (quiz === undefined || step.stepType !== 'quiz') return { text: '', entities: [] }
  return joinTexts(
    [
      formatText(locale, 'quizQuestions', { count: step.quiz.questions.length }),
      ...(quiz.best === null ? [] : [formatText(locale, 'quizBest', { percent: quiz.best })]),
    ],
    '\n',
  )
}
