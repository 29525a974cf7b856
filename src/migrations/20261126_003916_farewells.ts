import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_bots_farewell" AS ENUM('unpublished', 'archived', 'removed');
  ALTER TYPE "public"."enum_outbox_topic" ADD VALUE 'farewell';
  ALTER TABLE "bots" ADD COLUMN "farewell" "enum_bots_farewell";
  ALTER TABLE "bots" ADD COLUMN "farewell_cursor" varchar;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DELETE FROM "outbox" WHERE "topic" = 'farewell';
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE text;
  DROP TYPE "public"."enum_outbox_topic";
  CREATE TYPE "public"."enum_outbox_topic" AS ENUM('bot', 'check', 'rearm', 'delivery', 'alert');
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE "public"."enum_outbox_topic" USING "topic"::"public"."enum_outbox_topic";
  ALTER TABLE "bots" DROP COLUMN "farewell";
  ALTER TABLE "bots" DROP COLUMN "farewell_cursor";
  DROP TYPE "public"."enum_bots_farewell";`)
}
