import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_steps_step_type" ADD VALUE 'video';
  ALTER TYPE "public"."enum_steps_step_type" ADD VALUE 'quiz';
  ALTER TYPE "public"."enum__steps_v_version_step_type" ADD VALUE 'video';
  ALTER TYPE "public"."enum__steps_v_version_step_type" ADD VALUE 'quiz';
  ALTER TABLE "steps" ADD COLUMN "video_id" uuid;
  ALTER TABLE "steps" ADD COLUMN "video_url" varchar;
  ALTER TABLE "steps" ADD COLUMN "quiz_passing_percentage" numeric DEFAULT 0;
  ALTER TABLE "steps" ADD COLUMN "quiz_is_shuffled" boolean DEFAULT false;
  ALTER TABLE "steps" ADD COLUMN "quiz_questions" jsonb;
  ALTER TABLE "_steps_v" ADD COLUMN "version_video_id" uuid;
  ALTER TABLE "_steps_v" ADD COLUMN "version_video_url" varchar;
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_passing_percentage" numeric DEFAULT 0;
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_is_shuffled" boolean DEFAULT false;
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_questions" jsonb;
  ALTER TABLE "steps" ADD CONSTRAINT "steps_video_id_media_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_steps_v" ADD CONSTRAINT "_steps_v_version_video_id_media_id_fk" FOREIGN KEY ("version_video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "steps_video_idx" ON "steps" USING btree ("video_id");
  CREATE INDEX "_steps_v_version_version_video_idx" ON "_steps_v" USING btree ("version_video_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "steps" DROP CONSTRAINT "steps_video_id_media_id_fk";
  ALTER TABLE "_steps_v" DROP CONSTRAINT "_steps_v_version_video_id_media_id_fk";
  ALTER TABLE "steps" ALTER COLUMN "step_type" SET DATA TYPE text;
  ALTER TABLE "steps" ALTER COLUMN "step_type" SET DEFAULT 'text'::text;
  UPDATE "steps" SET "step_type" = 'text' WHERE "step_type" <> 'text';
  DROP TYPE "public"."enum_steps_step_type";
  CREATE TYPE "public"."enum_steps_step_type" AS ENUM('text');
  ALTER TABLE "steps" ALTER COLUMN "step_type" SET DEFAULT 'text'::"public"."enum_steps_step_type";
  ALTER TABLE "steps" ALTER COLUMN "step_type" SET DATA TYPE "public"."enum_steps_step_type" USING "step_type"::"public"."enum_steps_step_type";
  ALTER TABLE "_steps_v" ALTER COLUMN "version_step_type" SET DATA TYPE text;
  ALTER TABLE "_steps_v" ALTER COLUMN "version_step_type" SET DEFAULT 'text'::text;
  UPDATE "_steps_v" SET "version_step_type" = 'text' WHERE "version_step_type" <> 'text';
  DROP TYPE "public"."enum__steps_v_version_step_type";
  CREATE TYPE "public"."enum__steps_v_version_step_type" AS ENUM('text');
  ALTER TABLE "_steps_v" ALTER COLUMN "version_step_type" SET DEFAULT 'text'::"public"."enum__steps_v_version_step_type";
  ALTER TABLE "_steps_v" ALTER COLUMN "version_step_type" SET DATA TYPE "public"."enum__steps_v_version_step_type" USING "version_step_type"::"public"."enum__steps_v_version_step_type";
  DROP INDEX "steps_video_idx";
  DROP INDEX "_steps_v_version_version_video_idx";
  ALTER TABLE "steps" DROP COLUMN "video_id";
  ALTER TABLE "steps" DROP COLUMN "video_url";
  ALTER TABLE "steps" DROP COLUMN "quiz_passing_percentage";
  ALTER TABLE "steps" DROP COLUMN "quiz_is_shuffled";
  ALTER TABLE "steps" DROP COLUMN "quiz_questions";
  ALTER TABLE "_steps_v" DROP COLUMN "version_video_id";
  ALTER TABLE "_steps_v" DROP COLUMN "version_video_url";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_passing_percentage";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_is_shuffled";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_questions";`)
}
