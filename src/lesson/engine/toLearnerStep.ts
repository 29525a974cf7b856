import type { LearnerStep } from '../../contracts/learnerRelease.ts'
import { toLearnerQuiz } from './quiz/toLearnerQuiz.ts'
import type { ReleaseStep } from './release.ts'

/** The part of a step that learners may have. Fields are named one by one, so that a new one stays in. */
export const toLearnerStep = (step: ReleaseStep): LearnerStep => {
  const shared = {
    id: step.id,
    title: step.title,
    section: step.section,
    isRequired: step.isRequired,
    estimatedDuration: step.estimatedDuration,
    content: step.content === null ? null : { root: step.content.root },
  }
  switch (step.stepType) {
    case 'text':
      return { ...shared, stepType: step.stepType }
    case 'video':
      return { ...shared, stepType: step.stepType, video: step.video, videoUrl: step.videoUrl }
    case 'assignment': {
      const { requirements, accepts, maxFiles, maxFileBytes, extensions, isBlockingWhilePending } =
        step.assignment
      return {
        ...shared,
        stepType: step.stepType,
        assignment: { requirements, accepts, maxFiles, maxFileBytes, extensions, isBlockingWhilePending },
      }
    }
    case 'quiz':
      return { ...shared, stepType: step.stepType, quiz: toLearnerQuiz(step.quiz) }
  }
}
