import type { MessageValues } from '../i18n/translate.ts'
import { assignmentProblems } from '../lesson/engine/assignment/assignmentProblems.ts'
import { draftOf } from '../lesson/engine/quiz/draftOf.ts'
import { maxOptions, questionProblems } from '../lesson/engine/quiz/questionProblems.ts'
import { quizSettings } from '../lesson/engine/quiz/quizSettings.ts'
import { settingsProblems } from '../lesson/engine/quiz/settingsProblems.ts'
import type { ReleaseStep } from '../lesson/engine/release.ts'
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
      const { pickCount } = quizSettings(step.quiz)
      return [
        ...settingsProblems(step.quiz).map((code) => ({
          ...{ code, field: 'quizSettings', stepId },
          values: { ...values, count: pickCount },
        })),
        ...questions.flatMap((question, index) =>
          questionProblems(draftOf(question)).map((code) => ({
            ...{ code, field: 'questions', stepId },
            values: { ...values, question: index + 1, max: maxOptions },
          })),
        ),
      ]
    }
  }
}
