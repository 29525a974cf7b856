import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_users_locale" AS ENUM('ru', 'en');
  ALTER TYPE "public"."enum_outbox_topic" ADD VALUE 'erasure';
  CREATE TABLE "ratings" (
    "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
    "course_id" uuid NOT NULL,
    "user_id" uuid NOT NULL,
    "learner_name" varchar NOT NULL,
    "stars" numeric NOT NULL,
    "comment" varchar,
    "changed_at" timestamp(3) with time zone NOT NULL
  );
  ALTER TABLE "courses" ADD COLUMN "texts_ru_welcome" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_ru_completion" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_ru_button_begin" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_ru_button_resume" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_ru_button_review" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_ru_button_next" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_ru_button_back" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_ru_button_finish" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_ru_button_contents" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_en_welcome" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_en_completion" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_en_button_begin" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_en_button_resume" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_en_button_review" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_en_button_next" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_en_button_back" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_en_button_finish" varchar;
  ALTER TABLE "courses" ADD COLUMN "texts_en_button_contents" varchar;
  ALTER TABLE "courses" ADD COLUMN "ratings_count" numeric DEFAULT 0;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_ru_welcome" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_ru_completion" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_ru_button_begin" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_ru_button_resume" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_ru_button_review" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_ru_button_next" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_ru_button_back" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_ru_button_finish" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_ru_button_contents" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_en_welcome" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_en_completion" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_en_button_begin" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_en_button_resume" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_en_button_review" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_en_button_next" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_en_button_back" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_en_button_finish" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_texts_en_button_contents" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_ratings_count" numeric DEFAULT 0;
  ALTER TABLE "users" ADD COLUMN "locale" "enum_users_locale";
  ALTER TABLE "users" ADD COLUMN "time_zone" varchar;
  ALTER TABLE "users" ADD COLUMN "reminders_enabled" boolean DEFAULT true;
  ALTER TABLE "users" ADD COLUMN "quiet_from" numeric DEFAULT 1320;
  ALTER TABLE "users" ADD COLUMN "quiet_to" numeric DEFAULT 540;
  ALTER TABLE "ratings" ADD CONSTRAINT "ratings_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "ratings" ADD CONSTRAINT "ratings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "ratings_course_idx" ON "ratings" USING btree ("course_id");
  CREATE INDEX "ratings_user_idx" ON "ratings" USING btree ("user_id");
  CREATE INDEX "ratings_changed_at_idx" ON "ratings" USING btree ("changed_at");
  CREATE UNIQUE INDEX "course_user_1_idx" ON "ratings" USING btree ("course_id","user_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "ratings" CASCADE;
  DELETE FROM "outbox" WHERE "topic" = 'erasure';
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE text;
  DROP TYPE "public"."enum_outbox_topic";
  CREATE TYPE "public"."enum_outbox_topic" AS ENUM('bot', 'check', 'rearm', 'delivery', 'alert', 'farewell', 'submission', 'reviewer');
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE "public"."enum_outbox_topic" USING "topic"::"public"."enum_outbox_topic";
  ALTER TABLE "courses" DROP COLUMN "texts_ru_welcome";
  ALTER TABLE "courses" DROP COLUMN "texts_ru_completion";
  ALTER TABLE "courses" DROP COLUMN "texts_ru_button_begin";
  ALTER TABLE "courses" DROP COLUMN "texts_ru_button_resume";
  ALTER TABLE "courses" DROP COLUMN "texts_ru_button_review";
  ALTER TABLE "courses" DROP COLUMN "texts_ru_button_next";
  ALTER TABLE "courses" DROP COLUMN "texts_ru_button_back";
  ALTER TABLE "courses" DROP COLUMN "texts_ru_button_finish";
  ALTER TABLE "courses" DROP COLUMN "texts_ru_button_contents";
  ALTER TABLE "courses" DROP COLUMN "texts_en_welcome";
  ALTER TABLE "courses" DROP COLUMN "texts_en_completion";
  ALTER TABLE "courses" DROP COLUMN "texts_en_button_begin";
  ALTER TABLE "courses" DROP COLUMN "texts_en_button_resume";
  ALTER TABLE "courses" DROP COLUMN "texts_en_button_review";
  ALTER TABLE "courses" DROP COLUMN "texts_en_button_next";
  ALTER TABLE "courses" DROP COLUMN "texts_en_button_back";
  ALTER TABLE "courses" DROP COLUMN "texts_en_button_finish";
  ALTER TABLE "courses" DROP COLUMN "texts_en_button_contents";
  ALTER TABLE "courses" DROP COLUMN "ratings_count";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_ru_welcome";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_ru_completion";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_ru_button_begin";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_ru_button_resume";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_ru_button_review";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_ru_button_next";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_ru_button_back";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_ru_button_finish";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_ru_button_contents";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_en_welcome";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_en_completion";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_en_button_begin";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_en_button_resume";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_en_button_review";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_en_button_next";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_en_button_back";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_en_button_finish";
  ALTER TABLE "_courses_v" DROP COLUMN "version_texts_en_button_contents";
  ALTER TABLE "_courses_v" DROP COLUMN "version_ratings_count";
  ALTER TABLE "users" DROP COLUMN "locale";
  ALTER TABLE "users" DROP COLUMN "time_zone";
  ALTER TABLE "users" DROP COLUMN "reminders_enabled";
  ALTER TABLE "users" DROP COLUMN "quiet_from";
  ALTER TABLE "users" DROP COLUMN "quiet_to";
  DROP TYPE "public"."enum_users_locale";`)
}
