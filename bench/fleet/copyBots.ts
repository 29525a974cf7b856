import type { Client } from 'pg'

import { parseKeyRing, sealToken } from '../../src/contracts/tokenSeal.ts'

/** Of the form that BotFather gives; the first is the template's. */
const tokenOf = (index: number): string => `${7_000_000_001 + index}:${'b'.repeat(35)}`

/**
 * Copies the published course with its bot until there are so many, each to be set up. Copies differ in what has to
 * differ: ids, keys, tokens, names.
 */
export const copyBots = async (
  client: Client,
  { count, tokenKeys }: { count: number; tokenKeys: string },
): Promise<void> => {
  const ring = parseKeyRing(tokenKeys)
  const copies: { id: string; index: number; token: string }[] = []
  for (let index = 1; index < count; index += 1)
    copies.push({ id: crypto.randomUUID(), index, token: await sealToken(ring, tokenOf(index)) })
  await client.query(
    `CREATE TEMP TABLE copies AS
     SELECT c.id, c.index, c.token, gen_random_uuid() AS course, gen_random_uuid() AS release
     FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, index int, token text)`,
    [JSON.stringify(copies)],
  )
  const copy = (table: string, changes: string) =>
    client.query(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object(${changes}))).*
       FROM ${table} t, copies c`,
    )
  await copy('courses', `'id', c.course, 'current_release_id', NULL`)
  await copy(
    'releases',
    `'id', c.release, 'course_id', c.course, 'content', t.content || jsonb_build_object('courseId', c.course)`,
  )
  await client.query(
    'UPDATE courses SET current_release_id = c.release FROM copies c WHERE courses.id = c.course',
  )
  await copy(
    'bots',
    `'id', c.id, 'course_id', c.course, 'key', 'fleet' || c.index, 'sealed_token', c.token,
     'telegram_bot_id', t.telegram_bot_id + c.index, 'username', 'fleet_' || c.index || '_bot'`,
  )
  await client.query(
    `INSERT INTO outbox (topic, subject, due_at, times_queued)
     SELECT 'bot', id::text, now(), 0 FROM copies`,
  )
}
