import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import type { RenderContext } from '../renderContext.ts'
import { stepBlocks } from '../stepBlocks.ts'
import { stepViewMessages } from '../stepViewMessages.ts'
import { formatText } from '../texts/formatText.ts'
import type { EffectOf } from './effectOf.ts'
import { noticeMessages } from './noticeMessages.ts'
import { progressLine } from './progressLine.ts'
import { quizIntroLines } from './quizIntroLines.ts'
import { stepButtons } from './stepButtons.ts'

export const stepMessages = (
  release: LearnerRelease,
  effect: EffectOf<'step'>,
  context: RenderContext,
): OutgoingMessage[] => {
  const { stepId, quiz, isCompleted } = effect
  const { locale, style, linkOf } = context
  const index = release.steps.findIndex((step) => step.id === stepId)
  const step = release.steps[index]
  if (step === undefined) return noticeMessages('notAvailable', locale)
  const isSkippable = !step.isRequired && !isCompleted && release.steps.some(({ isRequired }) => isRequired)
  const view = {
    head: formatText(locale, 'stepTitle', { index: index + 1, title: step.title }),
    blocks: stepBlocks(step),
    foot: [
      quizIntroLines(step, quiz, locale),
      ...(isSkippable ? [formatText(locale, 'stepOptional', {})] : []),
      progressLine(effect.progress, locale),
    ],
    keyboard: stepButtons(effect, locale, release.texts),
  }
  return stepViewMessages(view, style, { locale, linkOf, media: release.media })
}
