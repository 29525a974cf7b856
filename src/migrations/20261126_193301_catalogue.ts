import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * Listing, and the catalogue's index, which no collection knows: it is written and read in SQL alone
 * (src/operations/catalogue). Courses of before stay unlisted, since nobody asked their authors.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE courses ADD COLUMN is_listed boolean DEFAULT false;
    ALTER TABLE courses ALTER COLUMN is_listed SET DEFAULT true;
    ALTER TABLE _courses_v ADD COLUMN version_is_listed boolean DEFAULT false;
    ALTER TABLE _courses_v ALTER COLUMN version_is_listed SET DEFAULT true;

    CREATE EXTENSION IF NOT EXISTS pg_trgm;

    CREATE TABLE catalogue (
      course_id uuid PRIMARY KEY REFERENCES courses (id) ON DELETE CASCADE,
      release_id uuid NOT NULL,
      tier smallint,
      title text NOT NULL,
      description text NOT NULL,
      language text NOT NULL,
      category text NOT NULL,
      tags text[] NOT NULL,
      difficulty smallint NOT NULL,
      duration integer,
      pricing_model text NOT NULL,
      price numeric,
      currency text,
      price_stars integer,
      picture_id text,
      steps_count integer NOT NULL,
      published_at timestamptz(3) NOT NULL,
      rating real,
      ratings_count integer NOT NULL,
      students_count integer NOT NULL,
      popularity real NOT NULL,
      head tsvector NOT NULL,
      words tsvector NOT NULL
    ) WITH (fillfactor = 90, parallel_workers = 0);
    -- What learners make of a course is in no index: their counts are written without touching one.
    CREATE INDEX catalogue_words_0 ON catalogue USING gin (words) WITH (fastupdate = off) WHERE tier = 0;
    CREATE INDEX catalogue_words_1 ON catalogue USING gin (words) WITH (fastupdate = off) WHERE tier = 1;
    CREATE INDEX catalogue_words_2 ON catalogue USING gin (words) WITH (fastupdate = off) WHERE tier = 2;
    CREATE INDEX catalogue_words_3 ON catalogue USING gin (words) WITH (fastupdate = off) WHERE tier = 3;
    CREATE INDEX catalogue_newest ON catalogue (published_at DESC, course_id) WHERE tier IS NOT NULL;

    CREATE TABLE catalogue_lexemes (
      word text COLLATE "C" PRIMARY KEY,
      lexeme text COLLATE "C" NOT NULL,
      courses_count integer NOT NULL
    );
    CREATE INDEX catalogue_lexemes_lexeme ON catalogue_lexemes (lexeme);
    CREATE INDEX catalogue_lexemes_similar ON catalogue_lexemes USING gin (word gin_trgm_ops);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE catalogue_lexemes;
    DROP TABLE catalogue;
    ALTER TABLE courses DROP COLUMN is_listed;
    ALTER TABLE _courses_v DROP COLUMN version_is_listed;`)
}
