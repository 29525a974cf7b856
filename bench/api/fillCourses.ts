import type { Client } from 'pg'

/** Of each course; a step's text has some 300 characters. */
const stepsPerCourse = 8
export const coursesCount = 20_000

/**
 * Copies the one course of the database with its bot, and its release, shortened, until there are so many: published,
 * listed, and each with a title of its own.
 * @returns their ids
 */
export const fillCourses = async (client: Client): Promise<string[]> => {
  const columnsOf = async (table: string, without: string[]) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(column_name) AS name FROM information_schema.columns
       WHERE table_name = $1 AND table_schema = 'public' AND column_name <> ALL($2::text[])`,
      [table, without],
    )
    const names = rows.map(({ name }) => name)
    return {
      names: names.join(', '),
      of: (alias: string) => names.map((name) => `${alias}.${name}`).join(', '),
    }
  }
  const course = await columnsOf('courses', ['id', 'title', 'current_release_id', 'is_listed', 'updated_at'])
  const bot = await columnsOf('bots', ['id', 'course_id', 'username', 'telegram_bot_id', 'key'])
  const release = await columnsOf('releases', ['id', 'course_id', 'content', 'steps_count'])
  await client.query(`UPDATE courses SET is_listed = true`)
  await client.query(
    `INSERT INTO courses (title, is_listed, updated_at, ${course.names})
     SELECT 'Course ' || n, true, now() - interval '1 hour', ${course.of('c')}
     FROM (SELECT * FROM courses LIMIT 1) c, generate_series(1, $1::int) n`,
    [coursesCount],
  )
  await client.query(
    `INSERT INTO releases (course_id, content, steps_count, ${release.names})
     SELECT c.id, jsonb_set(jsonb_set(r.content, '{title}', to_jsonb(c.title)), '{steps}',
              jsonb_path_query_array(r.content, '$.steps[0 to ${stepsPerCourse - 1}]')), ${stepsPerCourse}, ${release.of('r')}
     FROM courses c, (SELECT * FROM releases LIMIT 1) r WHERE c.current_release_id IS NULL`,
  )
  await client.query(
    `UPDATE courses c SET current_release_id = r.id FROM releases r
     WHERE r.course_id = c.id AND c.current_release_id IS NULL`,
  )
  await client.query(
    `INSERT INTO bots (course_id, username, telegram_bot_id, key, ${bot.names})
     SELECT c.id, 'course_' || c.number || '_bot', 1000000 + c.number, 'key-' || c.number, ${bot.of('b')}
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM courses WHERE title LIKE 'Course %') c,
          (SELECT * FROM bots LIMIT 1) b`,
  )
  await client.query('VACUUM (ANALYZE)')
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM courses WHERE title LIKE 'Course %' ORDER BY id`,
  )
  return rows.map(({ id }) => id)
}
