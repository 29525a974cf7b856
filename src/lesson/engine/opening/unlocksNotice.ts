import type { LessonEvent } from '../../../contracts/lessonEvent.ts'
import { outsideQuietHours } from '../reminders/outsideQuietHours.ts'
import type { SystemEvent } from '../systemEvent.ts'
import type { Turn } from '../turn.ts'
import type { EngineRecord } from '../advanceResult.ts'
import type { LearnerState } from '../learnerState.ts'
import { toldSteps } from './toldSteps.ts'

/** Word of what has opened to the learner, as soon as it does not disturb; none for who has blocked the bot. */
export const unlocksNotice = (
  turn: Turn,
  before: LearnerState,
  event: LessonEvent | SystemEvent,
): EngineRecord[] => {
  const { newest, state, settings, now, timeZone } = turn
  const stepIds = toldSteps(turn, before, event)
  if (stepIds.length === 0 || state.isBlocked) return []
  const effect = { type: 'unlocked' as const, releaseId: newest.id, version: state.version, stepIds }
  return [
    { type: 'notice', kind: 'unlocks', key: null, effect, dueAt: outsideQuietHours(settings, now, timeZone) },
  ]
}
