import type { PoolClient } from 'pg'

import type { RunnerAction } from '../../contracts/runnerActions.ts'
import { learnerName } from './learnerName.ts'
import { newTesterState } from './newTesterState.ts'

/** Makes the rows of creators who act in the test of their course for the first time: they need no invitation. */
export const admitCreators = async (
  client: PoolClient,
  actions: RunnerAction[],
  now: string,
): Promise<void> => {
  await client.query({
    name: 'admit-creators',
    text: `
      INSERT INTO testers (course_id, telegram_id, name, username, language_code, is_creator, joined_at, state, updates)
      SELECT c.id, k.telegram_id, k.name, k.username, k.language_code, true, $6::timestamptz, $7::jsonb, '[]'::jsonb
      FROM unnest($1::uuid[], $2::numeric[], $3::text[], $4::text[], $5::text[])
        AS k(bot_id, telegram_id, name, username, language_code)
      JOIN bots b ON b.id = k.bot_id
      JOIN courses c ON c.id = b.course_id
      JOIN users u ON u.telegram_id = k.telegram_id AND u.id = c.creator_id
      ORDER BY c.id, k.telegram_id
      ON CONFLICT (course_id, telegram_id) DO NOTHING`,
    values: [
      actions.map(({ botId }) => botId),
      actions.map(({ learner }) => learner.telegramUserId),
      actions.map(({ learner }) => learnerName(learner)),
      actions.map(({ learner }) => learner.username),
      actions.map(({ learner }) => learner.languageCode),
      now,
      JSON.stringify(newTesterState()),
    ],
  })
}
