import { dripReleases } from '../drip/dripReleases.ts'
import { openStepIds } from '../openStepIds.ts'
import { stepStateOf } from '../stepStateOf.ts'
import type { SystemEvent } from '../systemEvent.ts'
import type { LessonEvent } from '../../../contracts/lessonEvent.ts'
import type { Turn } from '../turn.ts'
import type { LearnerState } from '../learnerState.ts'

/**
 * Steps that time, or a teacher, has opened in a turn: the learner is to hear of them. Not those that they have opened by
 * their own doing or have before them already, nor those that a schedule finds open when it first comes into their course.
 * @param before the learner's state as the turn began
 */
export const toldSteps = (
  { newest, now, state, facts }: Pick<Turn, 'newest' | 'now' | 'state' | 'facts'>,
  before: LearnerState,
  event: LessonEvent | SystemEvent,
): string[] => {
  const opened = new Set(
    facts.flatMap(({ type, stepId, data }) => {
      if (type !== 'step_unlocked' || stepId === null) return []
      if (data.by === 'drip')
        return before.drip === undefined
          ? []
          : (dripReleases(newest).find((part) => part.stepId === stepId)?.stepIds ?? [])
      const isOfTime = Date.parse(before.opening?.[stepId] ?? '') <= Date.parse(now)
      return isOfTime || (event.type === 'override' && event.stepId === stepId) ? [stepId] : []
    }),
  )
  if (opened.size === 0) return []
  const open = openStepIds(newest, state)
  return newest.steps
    .map(({ id }) => id)
    .filter((id) => opened.has(id) && open.has(id) && stepStateOf(state, id) === null)
}
