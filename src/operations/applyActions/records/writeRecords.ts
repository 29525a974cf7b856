import type { PoolClient } from 'pg'

import type { EngineRecord } from '../../../lesson/engine/types.ts'
import type { LearnerChange } from '../types.ts'
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
  await writeTimers(client, all)
}
