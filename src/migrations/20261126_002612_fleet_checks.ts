import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_outbox_topic" ADD VALUE 'check' BEFORE 'delivery';
  ALTER TYPE "public"."enum_outbox_topic" ADD VALUE 'rearm' BEFORE 'delivery';
  ALTER TABLE "bots" ADD COLUMN "checked_at" timestamp(3) with time zone;
  ALTER TABLE "bots" ADD COLUMN "check_due_at" timestamp(3) with time zone DEFAULT now() NOT NULL;
  ALTER TABLE "bots" ALTER COLUMN "check_due_at" DROP DEFAULT;
  CREATE INDEX "bots_check_due_at_idx" ON "bots" USING btree ("check_due_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DELETE FROM "outbox" WHERE "topic" IN ('check', 'rearm');
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE text;
  DROP TYPE "public"."enum_outbox_topic";
  CREATE TYPE "public"."enum_outbox_topic" AS ENUM('bot', 'delivery', 'alert');
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE "public"."enum_outbox_topic" USING "topic"::"public"."enum_outbox_topic";
  DROP INDEX "bots_check_due_at_idx";
  ALTER TABLE "bots" DROP COLUMN "checked_at";
  ALTER TABLE "bots" DROP COLUMN "check_due_at";`)
}
