import { catalogueLimits, type catalogueSorts } from '../../contracts/api/catalogue.ts'
import { lastTier } from './tiers.ts'

const { found } = catalogueLimits
/** So many at most are found for their titles alone, whatever stands in others' steps. */
const foundByName = 80

/** What is no lexeme is looked at course by course. */
const fits = `
  ($4::float8 IS NULL OR CASE pricing_model WHEN 'free' THEN 0 ELSE price END >= $4)
  AND ($5::float8 IS NULL OR CASE pricing_model WHEN 'free' THEN 0 ELSE price END <= $5)
  AND ($6::text IS NULL OR pricing_model = 'free' OR currency = $6)
  AND ($7::float8 IS NULL OR duration >= $7) AND ($8::float8 IS NULL OR duration <= $8)
  AND ($9::float8 IS NULL OR rating >= $9)`

/** Weighed where it is read, so that nobody carries its words around. */
const columns = `course_id, language, category, difficulty, pricing_model, duration, rating, popularity, published_at,
    coalesce(ts_rank('{0,0.2,0.6,1}', head, $3::tsquery), 0) AS rank`

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

const facets = ['language', 'category', 'difficulty', 'price', 'duration', 'rating']
/** GROUPING has a bit for each, the first one's the highest, which is 0 where it is grouped by. */
const facet = `CASE GROUPING(${facets.join(', ')}) ${facets
  .map(
    (name, place) => `WHEN ${(1 << facets.length) - 1 - (1 << (facets.length - 1 - place))} THEN '${name}'`,
  )
  .join(' ')} END`
const bands = `
    CASE pricing_model WHEN 'free' THEN 'free' ELSE 'paid' END AS price,
    CASE WHEN duration < 60 THEN '0-60' WHEN duration < 300 THEN '60-300' WHEN duration < 1200 THEN '300-1200'
         WHEN duration >= 1200 THEN '1200-' END AS duration,
    CASE WHEN rating >= 4.5 THEN '4.5' WHEN rating >= 4 THEN '4' WHEN rating >= 3 THEN '3' END AS rating`

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
  SELECT * FROM named
  UNION ALL SELECT * FROM worded w WHERE NOT EXISTS (SELECT 1 FROM named n WHERE n.course_id = w.course_id)
  LIMIT ${found}),
page AS (
  SELECT course_id, row_number() OVER () AS place
  FROM (SELECT course_id FROM found ORDER BY ${orders[sort]} LIMIT $10 OFFSET $11) p),
counted AS (
  SELECT ${facet} AS facet, coalesce(${facets.join(', ')}) AS value, count(*)::int AS count
  FROM (SELECT language, category, difficulty::text, ${bands} FROM found) b
  GROUP BY GROUPING SETS (${facets.map((name) => `(${name})`).join(', ')}))
SELECT (SELECT count(*)::int FROM found) AS total,
       (SELECT count(*) <= ${found} FROM worded) AS "isTotalExact",
       (SELECT json_agg(${course} ORDER BY place)
        FROM page p JOIN catalogue e USING (course_id) JOIN courses c ON c.id = e.course_id) AS courses,
       (SELECT json_agg(json_build_array(facet, value, count)) FROM counted WHERE value IS NOT NULL) AS counts`
