import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import { progressLine } from './progressLine.ts'
import { stepKeyboard } from './stepKeyboard.ts'

export const quizResultMessages = (
  release: LearnerRelease,
  effect: EffectOf<'quizResult'>,
  locale: Locale,
): OutgoingMessage[] => {
  const { version, percent, right, total, best, isPassed, hasBack, next } = effect
  const step = release.steps.find(({ id }) => id === effect.stepId)
  const needed = step?.stepType === 'quiz' ? step.quiz.passingPercentage : 0
  const verdict =
    isPassed === null ? [] : [formatText(locale, isPassed ? 'quizPassed' : 'quizFailed', { percent: needed })]
  const lines = [
    formatText(locale, 'quizRightOf', { right, total }),
    ...verdict,
    ...(best > percent ? [formatText(locale, 'quizBest', { percent: best })] : []),
  ]
  const text = joinTexts(
    [
      formatText(locale, 'quizResult', { percent }),
      joinTexts(lines, '\n'),
      progressLine(effect.progress, locale),
    ],
    '\n\n',
  )
  return toMessages(text, stepKeyboard({ version, quiz: 'again', hasBack, next }, locale, release.texts))
}
