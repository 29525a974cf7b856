import type { PoolClient } from 'pg'

import type { EngineRecord } from '../../../lesson/engine/advanceResult.ts'
import type { LearnerChange } from '../types.ts'
import { writeAutoApprovals } from './writeAutoApprovals.ts'
import { writeSubmissions } from './writeSubmissions.ts'
import { writeErasures } from './writeErasures.ts'
import { writeNotices } from './writeNotices.ts'
import { writeRatings } from './writeRatings.ts'
import { writeSettings } from './writeSettings.ts'
import { writeTimers } from './writeTimers.ts'

/** Something to be written of a learner, with whom it is about. */
export type RecordOf<Type extends EngineRecord['type']> = {
  record: Extract<EngineRecord, { type: Type }>
  change: LearnerChange
}

type Written = RecordOf<EngineRecord['type']>

const ofType = <Type extends EngineRecord['type']>(all: Written[], type: Type): RecordOf<Type>[] =>
  all.filter((one): one is RecordOf<Type> => one.record.type === type)

/** What the engine wants written beside state, progress and facts: one statement for each kind that there is. */
export const writeRecords = async (
  client: PoolClient,
  changes: LearnerChange[],
  now: string,
): Promise<void> => {
  const all: Written[] = changes.flatMap((change) => change.records.map((record) => ({ record, change })))
  if (all.length === 0) return
  const write = async <Type extends EngineRecord['type']>(
    type: Type,
    statement: (client: PoolClient, records: RecordOf<Type>[], now: string) => Promise<void>,
  ) => {
    const records = ofType(all, type)
    if (records.length > 0) await statement(client, records, now)
  }
  await write('timer', writeTimers)
  await write('submission', writeSubmissions)
  await write('autoApproval', writeAutoApprovals)
  await write('notice', writeNotices)
  await write('rating', writeRatings)
  await write('erasure', writeErasures)
  // Last: people are shared by their courses, so they are held as shortly as can be.
  await write('settings', writeSettings)
}
