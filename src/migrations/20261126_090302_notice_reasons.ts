import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_notices_reason" AS ENUM('blocked', 'erasing', 'inactive', 'courseClosed', 'botGone', 'remindersOff', 'acted', 'completed', 'opened', 'merged', 'interrupted', 'unanswered', 'refused');
  ALTER TABLE "notices" ALTER COLUMN "reason" SET DATA TYPE "public"."enum_notices_reason" USING
    CASE WHEN "reason" = ANY (enum_range(NULL::"public"."enum_notices_reason")::text[]) THEN "reason"::"public"."enum_notices_reason" END;
  ALTER TABLE "notices" ADD COLUMN "detail" varchar;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "notices" ALTER COLUMN "reason" SET DATA TYPE varchar;
  ALTER TABLE "notices" DROP COLUMN "detail";
  DROP TYPE "public"."enum_notices_reason";`)
}
