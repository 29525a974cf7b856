import { courseProgress } from './courseProgress.ts'
import { isStepDone } from './isStepDone.ts'
import { nextStep } from './nextStep.ts'
import { previousStep } from './previousStep.ts'
import { quizIntro } from './quiz/quizIntro.ts'
import { stepStateOf } from './stepStateOf.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult, Release } from './types.ts'

/** Puts the learner on a step of this release and shows it; the first time, the step is opened. */
export const showStep = (turn: Turn, release: Release, stepId: string): AdvanceResult => {
  const isNew = stepStateOf(turn.state, stepId) === null
  const opened = { openedAt: turn.now, completedAt: null, timeSpent: 0 }
  const state = {
    ...turn.state,
    version: turn.state.version + 1,
    view: 'step' as const,
    releaseId: release.id,
    stepId,
    steps: isNew ? { ...turn.state.steps, [stepId]: opened } : turn.state.steps,
  }
  const fact = { type: 'step_opened' as const, stepId, releaseId: release.id, data: {} }
  const facts = isNew ? [...turn.facts, fact] : turn.facts
  const isCompleted = isStepDone(state, stepId)
  const releases = { viewed: release, newest: turn.newest }
  const quiz = quizIntro({ ...turn, ...releases, state }, stepId)
  return answer(
    { ...turn, state, facts },
    {
      type: 'step',
      releaseId: release.id,
      version: state.version,
      stepId,
      progress: courseProgress(release, state),
      isCompleted,
      hasBack: previousStep(releases, state, stepId) !== null,
      next: nextStep(releases, state, { stepId, isReview: isCompleted }) === null ? 'finish' : 'next',
      ...(quiz === null ? {} : { quiz }),
    },
  )
}
