import type { Quiz, QuizQuestion, ReleaseStep } from '../lesson/engine/types.ts'
import { buildAssignment } from './buildAssignment.ts'
import { idOf } from '../operations/idOf.ts'
import type { Step } from '../payload-types.ts'

type StoredQuestion = NonNullable<NonNullable<Step['quiz']>['questions']>[number]

const textOrNull = (text: string | null | undefined): string | null => text?.trim() || null

/** Rows made by the editor have ids; those written by others are told apart by their places. */
const buildQuestion = (question: StoredQuestion, index: number): QuizQuestion => ({
  id: question.id ?? `question-${index + 1}`,
  kind: question.blockType,
  text: (question.text ?? '').trim(),
  media: idOf(question.media),
  options: (question.options ?? []).map((option, place) => ({
    id: option.id ?? `option-${place + 1}`,
    text: (option.text ?? '').trim(),
    isCorrect: option.isCorrect ?? false,
    explanation: textOrNull(option.explanation),
  })),
  explanation: textOrNull(question.explanation),
})

const buildQuiz = (quiz: Step['quiz']): Quiz => ({
  questions: (quiz?.questions ?? []).map(buildQuestion),
  passingPercentage: quiz?.passingPercentage ?? 0,
  isShuffled: quiz?.isShuffled ?? false,
})

/** What a release keeps of a step: nothing of what belongs to another kind than its own. */
export const buildReleaseStep = (step: Step): ReleaseStep => {
  const shared = {
    id: step.id,
    title: step.title.trim(),
    description: textOrNull(step.description),
    section: textOrNull(step.section),
    isRequired: step.isRequired ?? true,
    estimatedDuration: step.estimatedDuration ?? null,
    content: (step.content as ReleaseStep['content'] | undefined) ?? null,
  }
  switch (step.stepType) {
    case 'text':
      return { ...shared, stepType: 'text' }
    case 'video':
      return {
        ...shared,
        stepType: 'video',
        video: idOf(step.video),
        videoUrl: textOrNull(step.videoUrl),
      }
    case 'quiz':
      return { ...shared, stepType: 'quiz', quiz: buildQuiz(step.quiz) }
    case 'assignment':
      return { ...shared, stepType: 'assignment', assignment: buildAssignment(step.assignment) }
  }
}
