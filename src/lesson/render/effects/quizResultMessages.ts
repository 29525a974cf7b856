import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import { attemptLines } from './attemptLines.ts'
import type { EffectOf } from './effectOf.ts'
import { progressLine } from './progressLine.ts'
import { quizScoreLines } from './quizScoreLines.ts'
import { stepKeyboard } from './stepKeyboard.ts'

type Result = EffectOf<'quizResult'>

const verdictLines = ({ isPassed, attemptsLeft }: Result, needed: number, locale: Locale): RichText[] => {
  if (isPassed === null) return []
  const failed = attemptsLeft === 0 ? 'quizFailedFinally' : 'quizFailed'
  return [formatText(locale, isPassed ? 'quizPassed' : failed, { percent: needed })]
}

/** The attempt by itself; nothing of one that does not count. */
const resultTexts = (effect: Result, needed: number, locale: Locale): RichText[] => {
  const { ended, percent, right, total, grading, best, band } = effect
  if (ended === 'discarded') return [formatText(locale, 'quizTimeDiscarded', {})]
  const hasScore = grading !== 'highest' || best > percent
  const lines = [
    formatText(locale, 'quizRightOf', { right, total }),
    ...verdictLines(effect, needed, locale),
    ...(hasScore ? quizScoreLines(grading, effect, locale) : []),
  ]
  return [
    ...(ended === 'timeUp' ? [formatText(locale, 'quizTimeUp', {})] : []),
    formatText(locale, 'quizResult', { percent }),
    joinTexts(lines, '\n'),
    ...(band === null ? [] : [plainText(band.trim())]),
  ]
}

export const quizResultMessages = (
  release: LearnerRelease,
  effect: Result,
  locale: Locale,
): OutgoingMessage[] => {
  const { version, attemptsLeft, canReview, hasBack, next } = effect
  const step = release.steps.find(({ id }) => id === effect.stepId)
  const needed = step?.stepType === 'quiz' ? step.quiz.passingPercentage : 0
  const text = joinTexts(
    [
      ...resultTexts(effect, needed, locale),
      joinTexts(attemptLines(attemptsLeft, next !== null, locale), '\n'),
      progressLine(effect.progress, locale),
    ],
    '\n\n',
  )
  const quiz = attemptsLeft === 0 ? null : ('again' as const)
  const view = { version, quiz, canReview, hasBack, next }
  return toMessages(text, stepKeyboard(view, locale, release.texts))
}
