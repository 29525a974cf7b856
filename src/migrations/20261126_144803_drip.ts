import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_timers_kind" ADD VALUE 'drip';
  ALTER TYPE "public"."enum_timers_kind" ADD VALUE 'unlock';
  ALTER TABLE "courses" ADD COLUMN "drip" jsonb;
  ALTER TABLE "_courses_v" ADD COLUMN "version_drip" jsonb;
  ALTER TABLE "steps" ADD COLUMN "drip" jsonb;
  ALTER TABLE "_steps_v" ADD COLUMN "version_drip" jsonb;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DELETE FROM "timers" WHERE "kind" IN ('drip', 'unlock');
  ALTER TABLE "timers" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_timers_kind";
  CREATE TYPE "public"."enum_timers_kind" AS ENUM('quizTime', 'autoApprove', 'reminder');
  ALTER TABLE "timers" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_timers_kind" USING "kind"::"public"."enum_timers_kind";
  ALTER TABLE "courses" DROP COLUMN "drip";
  ALTER TABLE "_courses_v" DROP COLUMN "version_drip";
  ALTER TABLE "steps" DROP COLUMN "drip";
  ALTER TABLE "_steps_v" DROP COLUMN "version_drip";`)
}
