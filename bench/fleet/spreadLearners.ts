import type { Client } from 'pg'

import { firstTelegramId } from '../bot/scene.ts'

/** Gives each bot its share of the learners, who were all enrolled in one course: the n-th learner learns in the n-th bot. */
export const spreadLearners = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ release: string }>(
    'SELECT DISTINCT release AS release FROM progress LIMIT 1',
  )
  await client.query(
    `CREATE TEMP TABLE seats AS
     SELECT e.id AS enrollment, e.user_id, b.course_id, c.current_release_id AS release
     FROM enrollments e JOIN users u ON u.id = e.user_id
     JOIN bots b ON b.telegram_bot_id = 7000000001 + (u.telegram_id - $1::numeric) % (SELECT count(*) FROM bots)
     JOIN courses c ON c.id = b.course_id`,
    [firstTelegramId],
  )
  await client.query(
    `UPDATE enrollments SET course_id = s.course_id, state = replace(state::text, $1, s.release::text)::jsonb
     FROM seats s WHERE id = s.enrollment`,
    [rows[0]?.release ?? ''],
  )
  await client.query(
    'UPDATE progress p SET course_id = s.course_id, release = s.release::text FROM seats s WHERE p.user_id = s.user_id',
  )
  await client.query(
    'UPDATE facts f SET course_id = s.course_id, release_id = s.release FROM seats s WHERE f.user_id = s.user_id',
  )
  await client.query('DROP TABLE seats')
}
