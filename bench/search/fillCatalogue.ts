import { randomUUID } from 'node:crypto'

import { Pool, type Client } from 'pg'

import { categories } from '../../src/contracts/courseOptions.ts'
import { describeEntry } from '../../src/operations/catalogue/describeEntry.ts'
import { drawTiers } from '../../src/operations/catalogue/drawTiers.system.ts'
import { writeEntries } from '../../src/operations/catalogue/writeEntries.ts'
import { richText } from '../../tests/factories/richText.ts'
import { createRandom } from '../lib/load.ts'
import { createLanguage, type LanguageCode } from './createLanguage.ts'

const batchSize = 500
/** Words of each lesson. */
const lessonWords = 30
const languages: LanguageCode[] = ['ru', 'en']

/** Copies of the only course there is, as many as have ids, each with as many learners as its place among them allows. */
const copyCourses = `
INSERT INTO courses
SELECT made.*
FROM (SELECT courses AS course FROM courses ORDER BY created_at LIMIT 1) c, unnest($1::uuid[], $2::int[]) AS n(id, students),
     LATERAL jsonb_populate_record(c.course, jsonb_build_object(
       'id', n.id, 'is_listed', true, 'students_count', n.students,
       'rating', CASE WHEN n.students > 5 THEN 3 + (n.students * 7 % 21) / 10.0 END,
       'ratings_count', n.students / 5)) AS made`

/** Of courses with natural words: 5 to 20 lessons each, the same ones in every run. */
const createCourses = () => {
  const random = createRandom(8)
  const draw = { ru: createLanguage('ru', random), en: createLanguage('en', random) }
  const upTo = (count: number) => Math.floor(random() * count)
  return () => {
    const language = languages[random() < 0.7 ? 0 : 1]!
    const text = (count: number) => Array.from({ length: count }, draw[language]).join(' ')
    const id = randomUUID()
    const isFree = random() < 0.6
    const entry = describeEntry(
      {
        category: categories[upTo(categories.length)]!,
        tags: [text(1), text(1), text(1)],
        difficultyLevel: 1 + upTo(5),
        pricingModel: isFree ? 'free' : 'paid',
        ...(isFree ? { price: null, currency: null } : { price: 100 * (1 + upTo(50)), currency: 'RUB' }),
        priceStars: null,
      },
      {
        id: randomUUID(),
        content: {
          courseId: id,
          title: text(3 + upTo(4)),
          description: text(20 + upTo(40)),
          language,
          media: {},
          estimatedDuration: 10 + upTo(3000),
          steps: Array.from({ length: 5 + upTo(16) }, () => ({
            ...{ id, title: text(3), description: null, section: null, isRequired: true },
            ...{ estimatedDuration: null, stepType: 'text' as const, content: richText(text(lessonWords)) },
          })),
        },
      },
    )
    return { id, students: Math.floor(50_000 / (1 + random() * 20_000)), entry }
  }
}

/** So many listed courses in the catalogue, beside what is there; the index is made last, which takes less time. */
export const fillCatalogue = async (options: {
  client: Client
  databaseUrl: string
  count: number
  say: (text: string) => void
}): Promise<void> => {
  const { client, databaseUrl, count, say } = options
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE indexname LIKE 'catalogue_words%'`,
  )
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  await client.query(`SET synchronous_commit = off; SET maintenance_work_mem = '256MB'`)
  const next = createCourses()
  for (let filled = 0; filled < count; filled += batchSize) {
    const batch = Array.from({ length: Math.min(batchSize, count - filled) }, next)
    await client.query(copyCourses, [batch.map(({ id }) => id), batch.map(({ students }) => students)])
    await client.query(writeEntries, [JSON.stringify(batch.map(({ entry }) => entry)), new Date()])
    if (filled % 20_000 === 0 && filled > 0) say(`  ${filled.toLocaleString('en')} courses`)
  }
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  await drawTiers(pool)
  await pool.end()
  for (const { definition } of indexes) await client.query(definition)
  await client.query('VACUUM (ANALYZE) courses, catalogue, catalogue_lexemes')
}
