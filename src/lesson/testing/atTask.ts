import type { Assignment } from '../engine/release.ts'
import { buildAssignment } from './buildAssignment.ts'
import { buildRelease, type StepDraft } from './buildRelease.ts'
import { Learner } from './learner.ts'
import { uuidOf } from './uuidOf.ts'

/** The step with the task, and the one behind it. */
export const [task, after] = [uuidOf(1), uuidOf(2)]

export const taskStep = (parts: Partial<Assignment> = {}, isRequired = true): StepDraft => ({
  ...{ id: task, stepType: 'assignment', isRequired },
  assignment: buildAssignment(parts),
})

/** A learner who is at the task. */
export const atTask = (parts: Partial<Assignment> = {}, isRequired = true) => {
  const learner = new Learner(buildRelease(1, [taskStep(parts, isRequired), { id: after }]))
  learner.start()
  learner.tap('begin')
  return learner
}
export const handIn = (learner: Learner, text = 'my answer') => {
  learner.say(text)
  return learner.tap('send')
}
export const review = (
  learner: Learner,
  verdict: 'approved' | 'rejected',
  { attempt = 1, score = null as number | null } = {},
) =>
  learner.act({
    ...{ type: 'reviewed', stepId: task, attempt, verdict, score, comment: 'Look again', voice: null },
    isAutomatic: false,
  })
