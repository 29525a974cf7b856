import type { LearnerStep } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { joinTexts } from '../text/joinTexts.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'
import { attemptLines } from './attemptLines.ts'
import { durationText } from './durationText.ts'
import type { EffectOf } from './effectOf.ts'
import { quizScoreLines } from './quizScoreLines.ts'

/** What is said of a quiz below its step's content; empty for other steps. */
export const quizIntroLines = (
  step: LearnerStep,
  quiz: EffectOf<'step'>['quiz'],
  locale: Locale,
): RichText => {
  if (quiz === undefined || step.stepType !== 'quiz') return { text: '', entities: [] }
  const { asked, timeLimit, timeUp, negativeMarks, grading } = step.quiz
  const { secondsLeft } = quiz
  const limit = timeUp === 'submit' ? 'quizTimeLimitSubmit' : 'quizTimeLimitDiscard'
  return joinTexts(
    [
      formatText(locale, 'quizQuestions', { count: asked }),
      ...(timeLimit === 0 ? [] : [formatText(locale, limit, { time: durationText(timeLimit, locale) })]),
      ...(secondsLeft === null
        ? []
        : [formatText(locale, 'quizTimeLeft', { time: durationText(secondsLeft, locale) })]),
      ...(negativeMarks === 0 ? [] : [formatText(locale, 'quizNegative', { percent: negativeMarks })]),
      ...quizScoreLines(grading, quiz, locale),
      ...attemptLines(quiz.attemptsLeft, quiz.canGoOn, locale),
    ],
    '\n',
  )
}
