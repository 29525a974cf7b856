import { catalogueLimits, type catalogueSorts } from '../../contracts/api/catalogue.ts'
import { lastTier } from './tiers.ts'

const { found } = catalogueLimits
/** So many at most are found for their titles alone, whatever stands in others' steps. */
const foundByName = 150

/** What is no lexeme is looked at course by course. */
const fits = `
  ($4::float8 IS NULL OR CASE pricing_model WHEN 'free' THEN 0 ELSE price END >= $4)
  AND ($5::float8 IS NULL OR CASE pricing_model WHEN 'free' THEN 0 ELSE price END <= $5)
  AND ($6::text IS NULL OR pricing_model = 'free' OR currency = $6)
  AND ($7::float8 IS NULL OR duration >= $7) AND ($8::float8 IS NULL OR duration <= $8)
  AND ($9::float8 IS NULL OR rating >= $9)`

const columns =
  'course_id, head, language, category, difficulty, pricing_model, duration, rating, popularity, published_at'

/** Tier after tier: a limit around it ends it with the tier in which there is enough. */
const inTiers = (query: string) =>
  Array.from(
    { length: lastTier + 1 },
    (_, tier) =>
      `SELECT ${columns} FROM catalogue WHERE tier = ${tier} AND words @@ ${query}::tsquery AND ${fits}`,
  ).join('\n    UNION ALL ')

/** Nothing is looked for: by the index of times, and by the columns that are lexemes elsewhere. */
const newest = `SELECT ${columns} FROM catalogue WHERE tier IS NOT NULL AND ${fits}
    AND ($12::text[] IS NULL OR language = ANY($12)) AND ($13::text[] IS NULL OR category = ANY($13))
    AND ($14::text[] IS NULL OR difficulty::text = ANY($14))
    AND ($15::text IS NULL OR (pricing_model = 'free') = ($15 = 'free'))
    ORDER BY published_at DESC, course_id`

const orders = {
  relevance: '(0.05 + rank) * (0.5 + popularity) DESC, course_id',
  popular: 'popularity DESC, course_id',
  rating: 'rating DESC NULLS LAST, popularity DESC, course_id',
  newest: 'published_at DESC, course_id',
} as const satisfies Record<(typeof catalogueSorts)[number], string>

const course = `json_build_object(
  'id', e.course_id, 'title', e.title, 'description', e.description, 'language', e.language, 'category', e.category,
  'tags', e.tags, 'difficultyLevel', e.difficulty, 'estimatedDuration', e.duration, 'pricingModel', e.pricing_model,
  'price', e.price, 'currency', e.currency, 'priceStars', e.price_stars, 'thumbnail', e.picture_id,
  'botUsername', c.bot_username, 'stepsCount', e.steps_count, 'rating', e.rating::numeric,
  'ratingsCount', e.ratings_count, 'studentsCount', e.students_count,
  'publishedAt', to_char(e.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`

/**
 * SQL of a search: what is found, how much there is of each kind among it, and a page of it. $1 to $3: `buildQueries`;
 * $4 to $9: prices, currency, minutes, rating; $10, $11: the page's limit and offset.
 */
export const searchStatement = (sort: keyof typeof orders, isBrowsed: boolean): string => `
WITH named AS MATERIALIZED (
  SELECT * FROM (
    ${isBrowsed ? `SELECT ${columns} FROM catalogue WHERE words @@ $1::tsquery AND words @@ $2::tsquery AND false` : inTiers('$1')}) n LIMIT ${foundByName}),
worded AS MATERIALIZED (
  SELECT * FROM (
    ${isBrowsed ? newest : inTiers('$2')}) w LIMIT ${found + 1}),
found AS MATERIALIZED (
  SELECT *, coalesce(ts_rank('{0,0.2,0.6,1}', head, $3::tsquery), 0) AS rank FROM (
    SELECT * FROM named
    UNION ALL SELECT * FROM worded w WHERE NOT EXISTS (SELECT 1 FROM named n WHERE n.course_id = w.course_id)) f
  LIMIT ${found}),
page AS (
  SELECT course_id, row_number() OVER (ORDER BY ${orders[sort]}) AS place FROM found ORDER BY place LIMIT $10 OFFSET $11)
SELECT (SELECT count(*)::int FROM found) AS total,
       (SELECT count(*) <= ${found} FROM worded) AS "isTotalExact",
       (SELECT json_agg(${course} ORDER BY place)
        FROM page p JOIN catalogue e USING (course_id) JOIN courses c ON c.id = e.course_id) AS courses,
       (SELECT json_agg(json_build_array(kind, value, count)) FROM (
          SELECT kind, value, count(*) FROM found, LATERAL (VALUES
            ('language', language), ('category', category), ('difficulty', difficulty::text),
            ('price', CASE pricing_model WHEN 'free' THEN 'free' ELSE 'paid' END),
            ('duration', CASE WHEN duration < 60 THEN '0-60' WHEN duration < 300 THEN '60-300'
                              WHEN duration < 1200 THEN '300-1200' WHEN duration >= 1200 THEN '1200-' END),
            ('rating', CASE WHEN rating >= 4.5 THEN '4.5' WHEN rating >= 4 THEN '4' WHEN rating >= 3 THEN '3' END)
          ) AS v(kind, value)
          WHERE value IS NOT NULL GROUP BY kind, value) k) AS counts`
