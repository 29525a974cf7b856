import type { PoolClient } from 'pg'

import { advance } from '../../lesson/engine/advance.ts'
import type { SystemEvent } from '../../lesson/engine/systemEvent.ts'
import type { Release } from '../../lesson/engine/release.ts'
import { loadRelease } from '../runner/loadRelease.system.ts'
import { aboutLearner } from './aboutLearner.ts'
import { lockEnrollments } from './lockEnrollments.ts'
import { writeRecords } from './records/writeRecords.ts'
import { nextSystemId } from './nextSystemId.ts'
import { rememberUpdate } from './rememberUpdate.ts'
import type { LearnerChange } from './types.ts'
import { writeChanges } from './writeChanges.ts'

const apply = async (
  client: PoolClient,
  change: LearnerChange,
  event: SystemEvent,
  now: string,
): Promise<{ newest: Release | null; hasToTell: boolean }> => {
  const { row } = change
  const load = async (id: string | null) => (id === null ? null : ((await loadRelease(client, id)) ?? null))
  const viewed = await load(change.state.releaseId)
  const newest = await load(row.releaseId)
  const known = newest ?? viewed
  if (known === null) return { newest, hasToTell: false }
  const { state, effects, facts, records } = advance(
    { viewed, newest: known },
    change.state,
    event,
    now,
    aboutLearner(row),
  )
  const id = nextSystemId(change.updates, now)
  change.state = state
  change.facts.push(...facts.map((fact) => ({ ...fact, updateId: id })))
  change.records.push(...records)
  if (effects.length > 0) change.updates = rememberUpdate(change.updates, { id, effects })
  return { newest, hasToTell: effects.length > 0 }
}

/**
 * Lets things happen to learners, in the caller's transaction: what they are about is judged as an action is, and
 * what follows is sent like a message that Telegram had put off. Nudge the relay after the commit.
 *
 * @param now ISO, product time
 * @param whenHeld whether to wait for a learner who is acting just now
 * @returns ids of the learners who were not reached: held elsewhere, or gone
 */
export const applySystemEvents = async (
  client: PoolClient,
  options: {
    events: { enrollmentId: string; event: SystemEvent }[]
    now: string
    whenHeld: 'skip' | 'wait'
  },
): Promise<{ missed: Set<string> }> => {
  const { events, now, whenHeld } = options
  const ids = [...new Set(events.map(({ enrollmentId }) => enrollmentId))]
  const rows = await lockEnrollments(client, ids, whenHeld)
  const changes = new Map(
    rows.map((row): [string, LearnerChange] => [
      row.enrollmentId,
      { row, state: row.state, updates: row.updates, facts: [], records: [] },
    ]),
  )
  const newest = new Map<string, Release>()
  const toTell = new Set<string>()
  for (const { enrollmentId, event } of events) {
    const change = changes.get(enrollmentId)
    if (change === undefined) continue
    const result = await apply(client, change, event, now)
    if (result.newest !== null) newest.set(change.row.courseId, result.newest)
    if (result.hasToTell) toTell.add(enrollmentId)
  }
  const touched = [...changes.values()].filter(
    ({ row, state, updates }) => state !== row.state || updates !== row.updates,
  )
  if (touched.length > 0) {
    const deferrals = [...toTell].map((enrollmentId) => ({ enrollmentId, dueAt: now }))
    await writeChanges(client, { changes: touched, deferrals, newest: (id) => newest.get(id), now })
    await writeRecords(client, touched, now)
  }
  return { missed: new Set(ids.filter((id) => !changes.has(id))) }
}
