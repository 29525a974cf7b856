import type { MessageValues } from '../i18n/translate.ts'
import { assignmentProblems } from '../lesson/engine/assignment/assignmentProblems.ts'
import { maxOptions, questionProblems } from '../lesson/engine/quiz/questionProblems.ts'
import type { ReleaseStep } from '../lesson/engine/types.ts'
import type { GateProblem } from './gateProblem.ts'

/** What a step lacks that only its kind needs. `values` name the step. */
export const stepKindProblems = (step: ReleaseStep, values: MessageValues): GateProblem[] => {
  const stepId = step.id
  switch (step.stepType) {
    case 'text':
      return []
    case 'video':
      return step.video === null && step.videoUrl === null
        ? [{ code: 'videoMissing', field: 'videoFile', stepId, values }]
        : []
    case 'assignment':
      return assignmentProblems(step.assignment).map((code) => ({
        code,
        field: 'assignment',
        stepId,
        values,
      }))
    case 'quiz': {
      const { questions } = step.quiz
      if (questions.length === 0) return [{ code: 'quizEmpty', field: 'questions', stepId, values }]
      return questions.flatMap((question, index) =>
        questionProblems(question).map((code) => ({
          code,
          field: 'questions',
          stepId,
          values: { ...values, question: index + 1, max: maxOptions },
        })),
      )
    }
  }
}
