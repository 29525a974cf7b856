import { readStepDrip } from '../lesson/engine/drip/readDrip.ts'
import { readRule } from '../lesson/engine/rules/readRule.ts'
import type { ReleaseStep } from '../lesson/engine/release.ts'
import { buildAssignment } from './buildAssignment.ts'
import { idOf } from '../operations/idOf.ts'
import type { Step } from '../payload-types.ts'
import { buildQuiz } from './buildQuiz.ts'
import { textOrNull } from './textOrNull.ts'

/** Nothing at all when there is no rule, so that releases of before there were rules stay the same. */
const unlockOf = (stored: unknown): Pick<ReleaseStep, 'unlock'> => {
  const unlock = readRule(stored)
  return unlock === null ? {} : { unlock }
}

const dripOf = (stored: unknown): Pick<ReleaseStep, 'drip'> => {
  const drip = readStepDrip(stored)
  return drip === null ? {} : { drip }
}

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
    ...unlockOf(step.unlockConditions),
    ...dripOf(step.drip),
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
