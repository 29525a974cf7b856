import type {
  AssignmentStep,
  QuizStep,
  Release,
  ReleaseStep,
  TextStep,
  VideoStep,
} from '../engine/release.ts'
import { uuidOf } from './uuidOf.ts'

/** Steps without a type are texts. */
export type StepDraft =
  | (Partial<TextStep> & { id: string })
  | (Partial<VideoStep> & Pick<VideoStep, 'id' | 'stepType'>)
  | (Partial<QuizStep> & Pick<QuizStep, 'id' | 'stepType' | 'quiz'>)
  | (Partial<AssignmentStep> & Pick<AssignmentStep, 'id' | 'stepType' | 'assignment'>)

const buildStep = (draft: StepDraft, index: number): ReleaseStep => {
  const shared = {
    title: `Этап ${index + 1}`,
    description: null,
    section: null,
    isRequired: true,
    estimatedDuration: null,
    content: null,
  }
  if (draft.stepType === 'video') return { ...shared, video: null, videoUrl: null, ...draft }
  if (draft.stepType === 'quiz' || draft.stepType === 'assignment') return { ...shared, ...draft }
  return { ...shared, ...draft, stepType: 'text' }
}

/** A release with the given steps; what is left out has a plain value. */
export const buildRelease = (number: number, steps: StepDraft[], parts: Partial<Release> = {}): Release => ({
  id: uuidOf(9000 + number),
  courseId: uuidOf(8000),
  number,
  title: 'Основы TypeScript',
  description: 'Короткий курс о типах.',
  language: 'ru',
  estimatedDuration: null,
  isProtected: false,
  steps: steps.map(buildStep),
  media: {},
  ...parts,
})
