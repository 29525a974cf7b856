import type { Client } from 'pg'

/** So many courses wait in turn. */
export const coursesCount = 100

/** What learners wait for: tomorrow's step, the one after the weekend, next week's; each as often as the others. */
const waits = [1, 3, 7]
const dayMs = 86_400_000

/** So many learners, all of one course's state. */
export const fillLearners = async (
  client: Client,
  { learners, state }: { learners: number; state: unknown },
): Promise<void> => {
  const now = new Date()
  await client.query(
    `INSERT INTO users (telegram_id, first_name, role, is_active, subscription_plan, created_at, updated_at)
     SELECT 7000000000 + n, 'Ann', 'student', true, 'free', $2, $2 FROM generate_series(0, $1::int - 1) n`,
    [learners, now],
  )
  await client.query(
    `INSERT INTO enrollments (course_id, user_id, learner_name, status, progress_percent, is_blocked, enrolled_at,
                              last_action_at, state, updates)
     SELECT c.id, u.id, 'Ann', 'active', 0, false, $1, $1, $2, '[]' FROM users u, courses c WHERE u.telegram_id >= 7000000000`,
    [now, JSON.stringify(state)],
  )
  await client.query('VACUUM (ANALYZE) users, enrollments')
}

/**
 * Timers in the order in which learners wrote them, spread over the time before a moment; learners and courses
 * as they come.
 *
 * @param counts how many of each wait
 * @param overMs the milliseconds in which those of each wait were written
 * @param first the number of the first one, which no other has
 */
const writeTimers = async (
  client: Client,
  { counts, overMs, at, first }: { counts: number[]; overMs: number[]; at: Date; first: number },
): Promise<void> => {
  await client.query(
    `WITH places AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM enrollments),
          written AS (
            SELECT $5::timestamptz - make_interval(secs => over_ms / 1000 * n / count) AS at, wait_ms,
                   $4::int + row_number() OVER () - 1 AS number
            FROM unnest($1::int[], $2::float8[], $3::float8[]) AS w(count, over_ms, wait_ms),
                 generate_series(0, count - 1) n)
     INSERT INTO timers (enrollment_id, course, kind, step, attempt, due_at, tries)
     SELECT e.id, md5((w.number * 7919 % ${coursesCount})::text), 'quizTime', 'step', w.number,
            w.at + make_interval(secs => w.wait_ms / 1000), 0
     FROM written w JOIN places e ON e.place = w.number * 7907 % (SELECT count(*) FROM places)
     ORDER BY w.at`,
    [counts, overMs, waits.map((days) => days * dayMs), first, at],
  )
}

/** So many timers that wait at a moment, if learners write equally many at all times. */
export const fillTimers = async (client: Client, count: number, at: Date): Promise<void> => {
  const waitedDays = waits.reduce((sum, days) => sum + days)
  const counts = waits.map((days) => Math.round((count * days) / waitedDays))
  counts[0]! += count - counts.reduce((sum, some) => sum + some)
  await writeTimers(client, { counts, overMs: waits.map((days) => days * dayMs), at, first: 0 })
  await client.query('VACUUM (ANALYZE) timers')
}

/** The moment at which so many are due. */
export const momentOfDue = async (client: Client, count: number): Promise<Date> => {
  const { rows } = await client.query<{ due: Date }>(
    'SELECT due_at AS due FROM timers ORDER BY due_at OFFSET $1::int - 1 LIMIT 1',
    [count],
  )
  if (!rows[0]) throw new Error(`fewer than ${count} timers wait`)
  return new Date(rows[0].due.getTime() + 1)
}

/** So many are written anew between two moments, so that there are always equally many. */
export const writeMore = async (
  client: Client,
  { count, from, to, first }: { count: number; from: Date; to: Date; first: number },
): Promise<void> => {
  const counts = waits.map((_, index) => Math.floor((count + index) / waits.length))
  await writeTimers(client, { counts, overMs: waits.map(() => to.getTime() - from.getTime()), at: to, first })
}
