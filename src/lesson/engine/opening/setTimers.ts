import { dripReleases } from '../drip/dripReleases.ts'
import { nextDrip } from '../drip/nextDrip.ts'
import type { SystemEvent } from '../systemEvent.ts'
import type { LessonEvent } from '../../../contracts/lessonEvent.ts'
import type { Turn } from '../turn.ts'
import type { TimerRecord } from '../advanceResult.ts'
import type { LearnerState } from '../learnerState.ts'
import { hasOpenings } from './hasOpenings.ts'
import { openingMoments } from './openingMoments.ts'

type Planning = Pick<Turn, 'newest' | 'now' | 'timeZone' | 'state'>
type Set = { state: LearnerState; records: TimerRecord[] }

const timer = (kind: TimerRecord['kind'], stepId: string, dueAt: string): TimerRecord => ({
  ...{ type: 'timer', kind, stepId, attempt: 0, dueAt },
})

const forDrip = ({ newest, state, timeZone }: Planning, isFired: boolean): Set => {
  const { nextDrip: known, ...rest } = state
  const next = dripReleases(newest).length === 0 ? null : nextDrip(newest, state, timeZone)
  if (next === null) return { state: known === undefined ? state : rest, records: [] }
  const wished = { stepId: next.part.stepId, dueAt: next.at }
  if (known?.stepId === wished.stepId && known.dueAt === wished.dueAt && !isFired)
    return { state, records: [] }
  return { state: { ...rest, nextDrip: wished }, records: [timer('drip', wished.stepId, wished.dueAt)] }
}

const forSteps = (turn: Planning, fired: string | null): Set => {
  const { opening: known = {}, ...rest } = turn.state
  const moments = openingMoments(turn)
  const ids = Object.keys(moments)
  const records = Object.entries(moments)
    .filter(([id, at]) => known[id] !== at || id === fired)
    .map(([id, at]) => timer('unlock', id, at))
  const isSame = records.length === 0 && ids.length === Object.keys(known).length
  if (isSame) return { state: turn.state, records }
  return { state: ids.length === 0 ? rest : { ...rest, opening: moments }, records }
}

/**
 * Sets timers for what will open by waiting alone, where they are not set already: a schedule may have been changed since,
 * or the learner's time zone. A timer that has fired is gone, and set again for what is still to come.
 */
export const setTimers = (turn: Planning, event: LessonEvent | SystemEvent): Set => {
  const { newest, state } = turn
  if (state.status === 'invited') return { state, records: [] }
  const isUnused = state.nextDrip === undefined && state.opening === undefined
  if (isUnused && !hasOpenings(newest, state)) return { state, records: [] }
  const fired = event.type === 'timeUp' ? event : null
  const drip = forDrip(turn, fired?.kind === 'drip')
  const steps = forSteps({ ...turn, state: drip.state }, fired?.kind === 'unlock' ? fired.stepId : null)
  return { state: steps.state, records: [...drip.records, ...steps.records] }
}
