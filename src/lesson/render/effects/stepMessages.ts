import type { LearnerRelease, LearnerStep } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import type { RenderContext } from '../renderContext.ts'
import { stepBlocks } from '../stepBlocks.ts'
import { stepViewMessages } from '../stepViewMessages.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'
import { assignmentLines } from './assignmentLines.ts'
import type { EffectOf } from './effectOf.ts'
import { noticeMessages } from './noticeMessages.ts'
import { progressLine } from './progressLine.ts'
import { quizIntroLines } from './quizIntroLines.ts'
import { stepButtons } from './stepButtons.ts'

const stepHead = (step: LearnerStep, index: number, locale: Locale): RichText =>
  step.stepType === 'assignment'
    ? formatText(locale, 'assignmentTitle', { title: step.title })
    : formatText(locale, 'stepTitle', { index: index + 1, title: step.title })

export const stepMessages = (
  release: LearnerRelease,
  effect: EffectOf<'step'>,
  context: RenderContext,
): OutgoingMessage[] => {
  const { stepId, quiz, assignment, isCompleted } = effect
  const { locale, style, linkOf } = context
  const index = release.steps.findIndex((step) => step.id === stepId)
  const step = release.steps[index]
  if (step === undefined) return noticeMessages('notAvailable', locale)
  const isSkippable = !step.isRequired && !isCompleted && release.steps.some(({ isRequired }) => isRequired)
  const view = {
    head: stepHead(step, index, locale),
    blocks: stepBlocks(step),
    foot: [
      quizIntroLines(step, quiz, locale),
      ...assignmentLines(step, assignment, locale),
      ...(isSkippable ? [formatText(locale, 'stepOptional', {})] : []),
      progressLine(effect.progress, locale),
    ],
    keyboard: stepButtons(effect, locale, release.texts),
  }
  return stepViewMessages(view, style, { locale, linkOf, media: release.media })
}
