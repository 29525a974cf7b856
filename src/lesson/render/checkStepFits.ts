import type { LearnerStep } from '../../contracts/learnerRelease.ts'
import { locales } from '../../contracts/locale.ts'
import { stepMessages } from './effects/stepMessages.ts'
import { unsupportedNodes } from './lexical/unsupportedNodes.ts'

/** More messages in a row run into Telegram's limit per chat, and nobody reads them as one step. */
const maxMessages = 20

export type StepProblem =
  { code: 'tooManyMessages'; count: number; limit: number } | { code: 'unsupportedContent'; kinds: string[] }

/** What keeps a step from being shown in a chat, for the publish gate; empty when all is well. */
export const checkStepFits = (step: Pick<LearnerStep, 'title' | 'content'>): StepProblem[] => {
  const id = '00000000-0000-4000-8000-000000000000'
  const shown = { ...step, id, section: null, isRequired: true, estimatedDuration: null }
  const about = { number: 1, title: '', description: '', language: '', estimatedDuration: null }
  const release = { id, courseId: id, ...about, isProtected: false, media: {} }
  const messages = locales.map((locale) =>
    stepMessages(
      { ...release, steps: [{ ...shown, stepType: 'text' }] },
      {
        type: 'step',
        releaseId: id,
        version: 0,
        stepId: id,
        progress: { done: 1000, total: 1000, percent: 100 },
        isCompleted: false,
        hasBack: true,
        next: 'next',
      },
      locale,
    ),
  )
  const count = Math.max(...messages.map(({ length }) => length))
  const kinds = unsupportedNodes(step.content)
  return [
    ...(count > maxMessages ? [{ code: 'tooManyMessages' as const, count, limit: maxMessages }] : []),
    ...(kinds.length > 0 ? [{ code: 'unsupportedContent' as const, kinds }] : []),
  ]
}
