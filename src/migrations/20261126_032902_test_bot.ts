import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_link_codes_kind" ADD VALUE 'test';
  CREATE TABLE "testers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"course_id" uuid NOT NULL,
  	"telegram_id" numeric NOT NULL,
  	"name" varchar NOT NULL,
  	"username" varchar,
  	"is_creator" boolean DEFAULT false NOT NULL,
  	"joined_at" timestamp(3) with time zone NOT NULL,
  	"last_action_at" timestamp(3) with time zone,
  	"state" jsonb NOT NULL,
  	"updates" jsonb NOT NULL
  );
  
  ALTER TABLE "releases" ALTER COLUMN "number" DROP NOT NULL;
  ALTER TABLE "releases" ADD COLUMN "is_preview" boolean DEFAULT false NOT NULL;
  ALTER TABLE "bots" ADD COLUMN "preview_release_id" uuid;
  ALTER TABLE "testers" ADD CONSTRAINT "testers_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "testers_course_idx" ON "testers" USING btree ("course_id");
  CREATE UNIQUE INDEX "course_telegramId_idx" ON "testers" USING btree ("course_id","telegram_id");
  ALTER TABLE "bots" ADD CONSTRAINT "bots_preview_release_id_releases_id_fk" FOREIGN KEY ("preview_release_id") REFERENCES "public"."releases"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "bots_preview_release_idx" ON "bots" USING btree ("preview_release_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "testers";
  ALTER TABLE "bots" DROP CONSTRAINT "bots_preview_release_id_releases_id_fk";
  DELETE FROM "link_codes" WHERE "kind" = 'test';
  ALTER TABLE "link_codes" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_link_codes_kind";
  CREATE TYPE "public"."enum_link_codes_kind" AS ENUM('account', 'ownership');
  ALTER TABLE "link_codes" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_link_codes_kind" USING "kind"::"public"."enum_link_codes_kind";
  DROP INDEX "bots_preview_release_idx";
  DELETE FROM "releases" WHERE "is_preview";
  ALTER TABLE "releases" ALTER COLUMN "number" SET NOT NULL;
  ALTER TABLE "releases" DROP COLUMN "is_preview";
  ALTER TABLE "bots" DROP COLUMN "preview_release_id";`)
}
