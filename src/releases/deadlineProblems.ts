import type { ReleaseStep } from '../lesson/engine/release.ts'
import type { GateProblem } from './gateProblem.ts'

/** Required assignments that nobody could hand in any more: who has not done so would never come to the end. */
export const deadlineProblems = (steps: readonly ReleaseStep[], now: string): GateProblem[] =>
  steps.flatMap((step, index): GateProblem[] => {
    if (step.stepType !== 'assignment' || !step.isRequired) return []
    const { cutOff } = step.assignment
    if (cutOff === null || !('at' in cutOff) || Date.parse(cutOff.at) > Date.parse(now)) return []
    const values = { position: index + 1, title: step.title }
    return [{ code: 'assignmentCutOffPast', field: 'assignment', stepId: step.id, values }]
  })
