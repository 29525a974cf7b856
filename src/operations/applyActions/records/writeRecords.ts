import type { PoolClient } from 'pg'

import type { EngineRecord } from '../../../lesson/engine/types.ts'
import type { LearnerChange } from '../types.ts'
import { writeAutoApprovals } from './writeAutoApprovals.ts'
import { writeSubmissions } from './writeSubmissions.ts'
import { writeTimers } from './writeTimers.ts'

/** Something to be written of a learner, with whom it is about. */
export type RecordOf<Type extends EngineRecord['type']> = {
  record: Extract<EngineRecord, { type: Type }>
  change: LearnerChange
}

/** What the engine wants written beside state, progress and facts: one statement for each kind that there is. */
export const writeRecords = async (client: PoolClient, changes: LearnerChange[]): Promise<void> => {
  const all = changes.flatMap((change) => change.records.map((record) => ({ record, change })))
  if (all.length === 0) return
  const ofType = <Type extends EngineRecord['type']>(type: Type) =>
    all.filter((one): one is RecordOf<Type> => one.record.type === type)
  const timers = ofType('timer')
  if (timers.length > 0) await writeTimers(client, timers)
  const submissions = ofType('submission')
  if (submissions.length > 0) await writeSubmissions(client, submissions)
  const approvals = ofType('autoApproval')
  if (approvals.length > 0) await writeAutoApprovals(client, approvals)
}
