import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What was published of a course's category, tags, level and price. Of before the catalogue alone knows it; of a course
 * that is not in it, what everybody was shown: the working copy.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE courses ADD COLUMN offer jsonb;
    ALTER TABLE _courses_v ADD COLUMN version_offer jsonb;

    UPDATE courses c SET offer = jsonb_build_object(
      'category', known.category, 'tags', known.tags, 'difficultyLevel', known.difficulty,
      'pricingModel', known.pricing_model,
      'price', CASE WHEN known.pricing_model <> 'free' THEN known.price END,
      'currency', CASE WHEN known.pricing_model <> 'free' THEN known.currency END,
      'priceStars', CASE WHEN known.pricing_model <> 'free' THEN known.price_stars END)
    FROM (
      SELECT w.id, w.category::text, w.difficulty_level AS difficulty, w.pricing_model::text, w.price, w.currency, w.price_stars,
             coalesce((SELECT jsonb_agg(t.text ORDER BY t."order") FROM courses_texts t
                       WHERE t.parent_id = w.id AND t.path = 'tags'), '[]') AS tags
      FROM courses w WHERE NOT EXISTS (SELECT 1 FROM catalogue e WHERE e.course_id = w.id)
      UNION ALL
      -- The catalogue has a level for each course: one that was left open is the first there.
      SELECT w.id, e.category, CASE WHEN e.difficulty = coalesce(w.difficulty_level, 1) THEN w.difficulty_level ELSE e.difficulty END,
             e.pricing_model, e.price, e.currency, e.price_stars, to_jsonb(e.tags)
      FROM courses w JOIN catalogue e ON e.course_id = w.id
    ) known
    WHERE c.id = known.id AND c.current_release_id IS NOT NULL;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE courses DROP COLUMN offer;
    ALTER TABLE _courses_v DROP COLUMN version_offer;`)
}
