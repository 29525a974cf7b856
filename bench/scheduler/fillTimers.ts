import type { Client } from 'pg'

/** So many courses wait in turn. */
export const coursesCount = 100

const courseOf = `md5((n % ${coursesCount})::text)`

/** So many learners, and timers of theirs that are due in a year. */
export const fillTimers = async (
  client: Client,
  { learners, timers, state }: { learners: number; timers: number; state: unknown },
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
  await client.query(
    `INSERT INTO timers (enrollment_id, course, kind, step, attempt, due_at, tries)
     SELECT e.id, ${courseOf}, 'quizTime', 'step', n / $2::int,
            $3::timestamptz + interval '1 year' + n * interval '1 second', 0
     FROM (SELECT id, row_number() OVER () - 1 AS place FROM enrollments) e
     JOIN generate_series(0, $1::int - 1) n ON e.place = n % $2::int`,
    [timers, learners, now],
  )
  await client.query('VACUUM (ANALYZE) users, enrollments, timers')
}

/** Makes so many of them due, of all courses and of learners who stand far from each other. */
export const makeDue = async (client: Client, count: number): Promise<void> => {
  const { rowCount } = await client.query(
    `UPDATE timers SET due_at = $2::timestamptz + (random() * interval '1 hour')
     WHERE id IN (SELECT id FROM timers ORDER BY id LIMIT $1)`,
    [count, new Date(Date.now() - 2 * 3_600_000)],
  )
  if (rowCount !== count) throw new Error(`${rowCount} timers became due, not ${count}`)
  await client.query('VACUUM (ANALYZE) timers')
}

/** As many as have ended wait again, so that there are always equally many. */
export const addWaiting = async (client: Client, count: number, round: number): Promise<void> => {
  await client.query(
    `INSERT INTO timers (enrollment_id, course, kind, step, attempt, due_at, tries)
     SELECT e.id, ${courseOf}, 'quizTime', 'again', $2::int, $3::timestamptz + interval '1 year', 0
     FROM (SELECT id, row_number() OVER () AS n FROM (SELECT id FROM enrollments ORDER BY id LIMIT $1) ids) e`,
    [count, round, new Date()],
  )
}
