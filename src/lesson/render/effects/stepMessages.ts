import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { richTextToMessage } from '../richTextToMessage.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import { noticeMessages } from './noticeMessages.ts'
import { progressLine } from './progressLine.ts'
import { quizIntroLines } from './quizIntroLines.ts'
import { stepKeyboard } from './stepKeyboard.ts'

export const stepMessages = (
  release: LearnerRelease,
  effect: EffectOf<'step'>,
  locale: Locale,
): OutgoingMessage[] => {
  const { version, stepId } = effect
  const index = release.steps.findIndex((step) => step.id === stepId)
  const step = release.steps[index]
  if (step === undefined) return noticeMessages('notAvailable', locale)
  const text = joinTexts(
    [
      formatText(locale, 'stepTitle', { index: index + 1, title: step.title }),
      richTextToMessage(step.content),
      quizIntroLines(step, effect.quiz, locale),
      progressLine(effect.progress, locale),
    ],
    '\n\n',
  )
  const { quiz, hasBack } = effect
  const next = quiz?.canGoOn === false ? null : effect.next
  return toMessages(text, stepKeyboard({ version, quiz: quiz?.next, hasBack, next }, locale))
}
