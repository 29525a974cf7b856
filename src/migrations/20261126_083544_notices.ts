import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_notices_kind" AS ENUM('unlocks', 'reminder');
  CREATE TYPE "public"."enum_notices_status" AS ENUM('waiting', 'sending', 'sent', 'blocked', 'cancelled', 'refused', 'uncertain');
  ALTER TYPE "public"."enum_timers_kind" ADD VALUE 'reminder';
  ALTER TYPE "public"."enum_outbox_topic" ADD VALUE 'notice';
  CREATE TABLE "notices" (
    "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
    "kind" "enum_notices_kind" NOT NULL,
    "learner_name" varchar NOT NULL,
    "course_id" uuid NOT NULL,
    "enrollment_id" uuid NOT NULL,
    "status" "enum_notices_status" NOT NULL,
    "reason" varchar,
    "created_at" timestamp(3) with time zone NOT NULL,
    "due_at" timestamp(3) with time zone NOT NULL,
    "claimed_at" timestamp(3) with time zone,
    "sent_at" timestamp(3) with time zone,
    "key" varchar,
    "effect" jsonb NOT NULL
  );
  ALTER TABLE "timers" ADD COLUMN "course" varchar;
  UPDATE "timers" SET "course" = e."course_id"::text FROM "enrollments" e WHERE e."id" = "timers"."enrollment_id";
  ALTER TABLE "timers" ALTER COLUMN "course" SET NOT NULL;
  ALTER TABLE "notices" ADD CONSTRAINT "notices_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "notices" ADD CONSTRAINT "notices_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "notices_course_idx" ON "notices" USING btree ("course_id");
  CREATE INDEX "notices_enrollment_idx" ON "notices" USING btree ("enrollment_id");
  CREATE INDEX "notices_status_idx" ON "notices" USING btree ("status");
  CREATE INDEX "notices_due_at_idx" ON "notices" USING btree ("due_at");
  CREATE UNIQUE INDEX "enrollment_kind_key_idx" ON "notices" USING btree ("enrollment_id","kind","key");
  -- Steps that open while others still wait to be told go with them.
  CREATE UNIQUE INDEX "notices_waiting_unlocks_idx" ON "notices" USING btree ("enrollment_id") WHERE "kind" = 'unlocks' AND "status" = 'waiting';
  CREATE INDEX "course_dueAt_idx" ON "timers" USING btree ("course","due_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "notices" CASCADE;
  DELETE FROM "timers" WHERE "kind" = 'reminder';
  ALTER TABLE "timers" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_timers_kind";
  CREATE TYPE "public"."enum_timers_kind" AS ENUM('quizTime', 'autoApprove');
  ALTER TABLE "timers" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_timers_kind" USING "kind"::"public"."enum_timers_kind";
  DELETE FROM "outbox" WHERE "topic" = 'notice';
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE text;
  DROP TYPE "public"."enum_outbox_topic";
  CREATE TYPE "public"."enum_outbox_topic" AS ENUM('bot', 'check', 'rearm', 'delivery', 'alert', 'farewell', 'submission', 'reviewer', 'erasure');
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE "public"."enum_outbox_topic" USING "topic"::"public"."enum_outbox_topic";
  DROP INDEX "course_dueAt_idx";
  ALTER TABLE "timers" DROP COLUMN "course";
  DROP TYPE "public"."enum_notices_kind";
  DROP TYPE "public"."enum_notices_status";`)
}
