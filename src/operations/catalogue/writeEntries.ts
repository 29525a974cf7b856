import { isShown } from './isShown.ts'
import { popularity } from './popularity.ts'
import { lastTier } from './tiers.ts'

/** A row of the catalogue as it is written: its columns, and the words from which its vectors are made. */
export type CatalogueEntry = {
  course_id: string
  release_id: string
  title: string
  description: string
  language: string
  category: string
  tags: string[]
  difficulty: number
  duration: number | null
  pricing_model: string
  price: number | null
  currency: string | null
  price_stars: number | null
  picture_id: string | null
  steps_count: number
  title_words: string
  tag_words: string
  opening_words: string
  other_words: string
  /** By which courses are filtered: lexemes that no word can be. */
  kinds: string[]
  completable: string[]
}

const copied = `course_id, release_id, title, description, language, category, tags, difficulty, duration, pricing_model,
  price, currency, price_stars, picture_id, steps_count`
const updated = `release_id, title, description, language, category, tags, difficulty, duration, pricing_model,
  price, currency, price_stars, picture_id, steps_count, rating, ratings_count, students_count, popularity, head, words`

const named = `to_tsvector('russian', e.title_words || ' ' || e.tag_words)`

/**
 * SQL: writes entries, $1 as JSON and in the order of their courses, at the product time $2. The configuration
 * “russian” takes Cyrillic words for Russian and others for English. Words of titles and tags are in `words` a second time
 * behind “t=”, so that they can be looked for alone.
 */
export const writeEntries = `
WITH e AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS e(
    course_id uuid, release_id uuid, title text, description text, language text, category text, tags text[],
    difficulty smallint, duration integer, pricing_model text, price numeric, currency text, price_stars integer,
    picture_id text, steps_count integer, title_words text, tag_words text, opening_words text, other_words text,
    kinds text[], completable text[])),
learned AS (
  INSERT INTO catalogue_lexemes (word, lexeme, courses_count)
  SELECT word, lexeme[1], 1
  FROM (SELECT DISTINCT word COLLATE "C" AS word, tsvector_to_array(to_tsvector('russian', word)) AS lexeme
        FROM e, unnest(e.completable) AS word) w
  WHERE cardinality(lexeme) = 1 ORDER BY word
  ON CONFLICT DO NOTHING)
INSERT INTO catalogue (${copied}, published_at, rating, ratings_count, students_count, popularity, tier, head, words)
SELECT ${copied.replaceAll(/\w+/g, 'e.$&')}, $2::timestamptz,
       c.rating, coalesce(c.ratings_count, 0), c.students_count, ${popularity},
       CASE WHEN ${isShown} THEN ${lastTier} END,
       setweight(to_tsvector('russian', e.title_words), 'A') || setweight(to_tsvector('russian', e.tag_words), 'B')
         || setweight(to_tsvector('russian', e.opening_words), 'C'),
       strip(${named} || to_tsvector('russian', e.other_words)) || array_to_tsvector(e.kinds)
         || array_to_tsvector(ARRAY(SELECT 't=' || lexeme FROM unnest(tsvector_to_array(${named})) lexeme))
FROM e JOIN courses c ON c.id = e.course_id LEFT JOIN users u ON u.id = c.creator_id
ON CONFLICT (course_id) DO UPDATE SET
  (${updated}) = ROW(${updated.replaceAll(/\w+/g, 'excluded.$&')}),
  tier = CASE WHEN excluded.tier IS NOT NULL THEN coalesce(catalogue.tier, excluded.tier) END`
