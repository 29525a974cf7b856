import type { LearnerRelease, LearnerStep } from '../../contracts/learnerRelease.ts'
import { locales } from '../../contracts/locale.ts'
import type { Block } from '../content/block.ts'
import { fromLexical } from '../content/fromLexical.ts'
import { unknownNodes } from '../content/unknownNodes.ts'
import { questionMedia } from '../engine/quiz/questionMedia.ts'
import type { ContentContext } from './blocks/contentContext.ts'
import { placeFile } from './blocks/placeFile.ts'
import { stepMessages } from './effects/stepMessages.ts'

/** More messages in a row run into Telegram's limit per chat, and nobody reads them as one step. */
const maxMessages = 20

/** A file's place: its block in the content or its question, from 1; null: the step's own video. */
type Place = { in: 'content' | 'questions' | 'video'; number: number | null }

export type StepProblem =
  | { code: 'tooManyMessages'; count: number; limit: number }
  | { code: 'unsupportedContent'; kinds: string[] }
  | { code: 'fileMissing'; place: Place }
  /** Telegram takes no file so large, and there is no link by which a learner could have it. */
  | { code: 'fileTooLarge'; place: Place; filename: string }

type Used = { media: string; place: Place }

const mediaIn = (block: Block): string[] => {
  if ('media' in block) return [block.media]
  if (block.type === 'album') return block.items.map((item) => item.media)
  return 'blocks' in block ? block.blocks.flatMap(mediaIn) : []
}

const usedBy = (step: LearnerStep): Used[] => {
  const used: Used[] = fromLexical(step.content).flatMap((block, index) =>
    mediaIn(block).map((media) => ({ media, place: { in: 'content', number: index + 1 } })),
  )
  if (step.stepType === 'video' && step.video !== null)
    used.push({ media: step.video, place: { in: 'video', number: null } })
  if (step.stepType === 'quiz')
    step.quiz.questions.forEach((question, index) => {
      for (const media of questionMedia(question))
        used.push({ media, place: { in: 'questions', number: index + 1 } })
    })
  return used
}

const fileProblem = ({ media, place }: Used, context: ContentContext): StepProblem[] => {
  const file = context.media[media]
  if (file === undefined) return [{ code: 'fileMissing', place }]
  const isLost = 'instead' in placeFile(media, false, context) && context.linkOf(file) === null
  return isLost ? [{ code: 'fileTooLarge', place, filename: file.filename }] : []
}

const countMessages = (step: LearnerStep, media: LearnerRelease['media']): number => {
  const { id } = step
  const about = { number: 1, title: '', description: '', language: '', estimatedDuration: null }
  const release = { id, courseId: id, ...about, isProtected: false, media, steps: [step] }
  const effect = {
    ...{ type: 'step' as const, releaseId: id, version: 0, stepId: id, isCompleted: false, hasBack: true },
    ...{ progress: { done: 1000, total: 1000, percent: 100 }, next: 'next' as const },
  }
  const counts = locales.flatMap((locale) =>
    (['rich', 'classic'] as const).map(
      (style) => stepMessages(release, effect, { locale, style, linkOf: () => null }).length,
    ),
  )
  return Math.max(...counts)
}

/**
 * What keeps a step from being shown in a chat, for the publish gate; empty when all is well.
 *
 * @param hasLinks whether files that are too large for Telegram can be had by a link
 */
export const checkStepFits = (
  step: LearnerStep,
  media: LearnerRelease['media'],
  hasLinks: boolean,
): StepProblem[] => {
  const context: ContentContext = { locale: 'en', media, linkOf: ({ id }) => (hasLinks ? id : null) }
  const count = countMessages(step, media)
  const kinds = unknownNodes(step.content)
  return [
    ...(count > maxMessages ? [{ code: 'tooManyMessages' as const, count, limit: maxMessages }] : []),
    ...(kinds.length > 0 ? [{ code: 'unsupportedContent' as const, kinds }] : []),
    ...usedBy(step).flatMap((used) => fileProblem(used, context)),
  ]
}
