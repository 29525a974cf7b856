import type { PoolClient } from 'pg'

import { learnerName } from './learnerName.ts'
import type { TesterState } from './newTesterState.ts'
import type { LearnerChange } from './types.ts'

/** What the tester has chosen in the test, also before it was begun anew; it changes nothing of the person. */
const chosenIn = ({ row, records }: LearnerChange): TesterState['chosen'] => {
  const changes = records.flatMap((record) => (record.type === 'settings' ? [record.change] : []))
  const { chosen } = row.state as TesterState
  return changes.length > 0 ? Object.assign({}, chosen, ...changes) : chosen
}

const stateOf = (change: LearnerChange): TesterState => {
  const isErased = change.records.some(({ type }) => type === 'erasure')
  return { ...change.state, chosen: isErased ? undefined : chosenIn(change) }
}

/** What a batch changes for testers: where they stand, and nothing else. No facts, no progress, no place in any count. */
export const writeTests = async (
  client: PoolClient,
  changes: LearnerChange[],
  now: string,
): Promise<void> => {
  const testers = changes.map((change) => ({
    id: change.row.enrollmentId,
    state: stateOf(change),
    updates: change.updates,
    ...(change.action && {
      acted: now,
      name: learnerName(change.action.learner),
      username: change.action.learner.username,
      language: change.action.learner.languageCode,
    }),
  }))
  await client.query({
    name: 'write-tests',
    text: `
      UPDATE testers t
      SET state = k.state, updates = k.updates, last_action_at = coalesce(k.acted, t.last_action_at),
          name = coalesce(k.name, t.name),
          username = CASE WHEN k.acted IS NULL THEN t.username ELSE k.username END,
          language_code = CASE WHEN k.acted IS NULL THEN t.language_code ELSE k.language END
      FROM jsonb_to_recordset($1::jsonb) AS k(id uuid, state jsonb, updates jsonb, acted timestamptz, name text,
           username text, language text)
      WHERE t.id = k.id`,
    values: [JSON.stringify(testers)],
  })
}
