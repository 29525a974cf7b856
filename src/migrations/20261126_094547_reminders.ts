import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_courses_reminders_ladder_unit" AS ENUM('hours', 'days');
  CREATE TYPE "public"."enum__courses_v_version_reminders_ladder_unit" AS ENUM('hours', 'days');
  CREATE TABLE "courses_reminders_ladder" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"amount" numeric DEFAULT 1,
  	"unit" "enum_courses_reminders_ladder_unit" DEFAULT 'days',
  	"texts_ru" varchar,
  	"texts_en" varchar
  );
  
  CREATE TABLE "_courses_v_version_reminders_ladder" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"amount" numeric DEFAULT 1,
  	"unit" "enum__courses_v_version_reminders_ladder_unit" DEFAULT 'days',
  	"texts_ru" varchar,
  	"texts_en" varchar,
  	"_uuid" varchar
  );
  
  ALTER TABLE "courses" ADD COLUMN "reminders_is_on" boolean DEFAULT true;
  ALTER TABLE "_courses_v" ADD COLUMN "version_reminders_is_on" boolean DEFAULT true;
  -- Courses that there are go on as they are: their creators decide.
  UPDATE "courses" SET "reminders_is_on" = false;
  UPDATE "_courses_v" SET "version_reminders_is_on" = false;
  ALTER TABLE "courses_reminders_ladder" ADD CONSTRAINT "courses_reminders_ladder_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_courses_v_version_reminders_ladder" ADD CONSTRAINT "_courses_v_version_reminders_ladder_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_courses_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "courses_reminders_ladder_order_idx" ON "courses_reminders_ladder" USING btree ("_order");
  CREATE INDEX "courses_reminders_ladder_parent_id_idx" ON "courses_reminders_ladder" USING btree ("_parent_id");
  CREATE INDEX "_courses_v_version_reminders_ladder_order_idx" ON "_courses_v_version_reminders_ladder" USING btree ("_order");
  CREATE INDEX "_courses_v_version_reminders_ladder_parent_id_idx" ON "_courses_v_version_reminders_ladder" USING btree ("_parent_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "courses_reminders_ladder" CASCADE;
  DROP TABLE "_courses_v_version_reminders_ladder" CASCADE;
  ALTER TABLE "courses" DROP COLUMN "reminders_is_on";
  ALTER TABLE "_courses_v" DROP COLUMN "version_reminders_is_on";
  DROP TYPE "public"."enum_courses_reminders_ladder_unit";
  DROP TYPE "public"."enum__courses_v_version_reminders_ladder_unit";`)
}
