import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What Payload's schema cannot say: partitions, partial and combined indexes, storage of the hot rows. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE facts (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      at timestamptz(3) NOT NULL,
      type text NOT NULL,
      enrollment_id uuid NOT NULL,
      user_id uuid NOT NULL,
      course_id uuid NOT NULL,
      step_id uuid,
      release_id uuid,
      update_id bigint,
      data jsonb NOT NULL DEFAULT '{}'
    ) PARTITION BY RANGE (at);
    CREATE TABLE facts_default PARTITION OF facts DEFAULT;
    CREATE INDEX facts_enrollment ON facts (enrollment_id);
    CREATE INDEX facts_course_at ON facts (course_id, at);
    CREATE INDEX facts_at ON facts USING brin (at);

    CREATE INDEX courses_published ON courses (updated_at) WHERE is_published AND NOT is_archived;
    CREATE INDEX steps_course_order ON steps (course_id, "_steps_steps_order");

    -- A learner's row is rewritten with every action: room on its page keeps the update off the indexes,
    -- and its state stays in the row.
    ALTER TABLE enrollments SET (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
    ALTER TABLE enrollments ALTER COLUMN state SET STORAGE MAIN, ALTER COLUMN updates SET STORAGE MAIN;
    ALTER TABLE progress SET (fillfactor = 80);
    ALTER TABLE outbox SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE facts;
    DROP INDEX courses_published;
    DROP INDEX steps_course_order;
    ALTER TABLE enrollments RESET (fillfactor, autovacuum_vacuum_scale_factor);
    ALTER TABLE enrollments ALTER COLUMN state SET STORAGE EXTENDED, ALTER COLUMN updates SET STORAGE EXTENDED;
    ALTER TABLE progress RESET (fillfactor);
    ALTER TABLE outbox RESET (fillfactor, autovacuum_vacuum_scale_factor);`)
}
