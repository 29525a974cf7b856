import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_steps_quiz_grading" AS ENUM('highest', 'average', 'first', 'last');
  CREATE TYPE "public"."enum_steps_quiz_when_failed" AS ENUM('hold', 'continue');
  CREATE TYPE "public"."enum_steps_quiz_time_up" AS ENUM('submit', 'discard');
  CREATE TYPE "public"."enum_steps_quiz_show_correctness" AS ENUM('during', 'afterAttempt', 'afterClose', 'never');
  CREATE TYPE "public"."enum_steps_quiz_show_feedback" AS ENUM('during', 'afterAttempt', 'afterClose', 'never');
  CREATE TYPE "public"."enum_steps_quiz_show_answer" AS ENUM('during', 'afterAttempt', 'afterClose', 'never');
  CREATE TYPE "public"."enum__steps_v_version_quiz_grading" AS ENUM('highest', 'average', 'first', 'last');
  CREATE TYPE "public"."enum__steps_v_version_quiz_when_failed" AS ENUM('hold', 'continue');
  CREATE TYPE "public"."enum__steps_v_version_quiz_time_up" AS ENUM('submit', 'discard');
  CREATE TYPE "public"."enum__steps_v_version_quiz_show_correctness" AS ENUM('during', 'afterAttempt', 'afterClose', 'never');
  CREATE TYPE "public"."enum__steps_v_version_quiz_show_feedback" AS ENUM('during', 'afterAttempt', 'afterClose', 'never');
  CREATE TYPE "public"."enum__steps_v_version_quiz_show_answer" AS ENUM('during', 'afterAttempt', 'afterClose', 'never');
  ALTER TABLE "steps" ADD COLUMN "quiz_max_attempts" numeric DEFAULT 0;
  ALTER TABLE "steps" ADD COLUMN "quiz_grading" "enum_steps_quiz_grading" DEFAULT 'highest';
  ALTER TABLE "steps" ADD COLUMN "quiz_when_failed" "enum_steps_quiz_when_failed" DEFAULT 'hold';
  ALTER TABLE "steps" ADD COLUMN "quiz_time_limit" numeric DEFAULT 0;
  ALTER TABLE "steps" ADD COLUMN "quiz_time_up" "enum_steps_quiz_time_up" DEFAULT 'submit';
  ALTER TABLE "steps" ADD COLUMN "quiz_pick_count" numeric DEFAULT 0;
  ALTER TABLE "steps" ADD COLUMN "quiz_are_questions_shuffled" boolean DEFAULT false;
  ALTER TABLE "steps" ADD COLUMN "quiz_negative_marks" numeric DEFAULT 0;
  ALTER TABLE "steps" ADD COLUMN "quiz_has_partial_credit" boolean DEFAULT false;
  ALTER TABLE "steps" ADD COLUMN "quiz_show_correctness" "enum_steps_quiz_show_correctness" DEFAULT 'during';
  ALTER TABLE "steps" ADD COLUMN "quiz_show_feedback" "enum_steps_quiz_show_feedback" DEFAULT 'during';
  ALTER TABLE "steps" ADD COLUMN "quiz_show_answer" "enum_steps_quiz_show_answer" DEFAULT 'during';
  ALTER TABLE "steps" ADD COLUMN "quiz_bands" jsonb;
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_max_attempts" numeric DEFAULT 0;
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_grading" "enum__steps_v_version_quiz_grading" DEFAULT 'highest';
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_when_failed" "enum__steps_v_version_quiz_when_failed" DEFAULT 'hold';
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_time_limit" numeric DEFAULT 0;
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_time_up" "enum__steps_v_version_quiz_time_up" DEFAULT 'submit';
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_pick_count" numeric DEFAULT 0;
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_are_questions_shuffled" boolean DEFAULT false;
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_negative_marks" numeric DEFAULT 0;
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_has_partial_credit" boolean DEFAULT false;
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_show_correctness" "enum__steps_v_version_quiz_show_correctness" DEFAULT 'during';
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_show_feedback" "enum__steps_v_version_quiz_show_feedback" DEFAULT 'during';
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_show_answer" "enum__steps_v_version_quiz_show_answer" DEFAULT 'during';
  ALTER TABLE "_steps_v" ADD COLUMN "version_quiz_bands" jsonb;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   UPDATE "steps" SET "quiz_questions" = (
    SELECT coalesce(jsonb_agg(q), '[]') FROM jsonb_array_elements("quiz_questions") q
    WHERE q->>'blockType' IN ('single', 'multiple')) WHERE jsonb_typeof("quiz_questions") = 'array';
  UPDATE "_steps_v" SET "version_quiz_questions" = (
    SELECT coalesce(jsonb_agg(q), '[]') FROM jsonb_array_elements("version_quiz_questions") q
    WHERE q->>'blockType' IN ('single', 'multiple')) WHERE jsonb_typeof("version_quiz_questions") = 'array';
  ALTER TABLE "steps" DROP COLUMN "quiz_max_attempts";
  ALTER TABLE "steps" DROP COLUMN "quiz_grading";
  ALTER TABLE "steps" DROP COLUMN "quiz_when_failed";
  ALTER TABLE "steps" DROP COLUMN "quiz_time_limit";
  ALTER TABLE "steps" DROP COLUMN "quiz_time_up";
  ALTER TABLE "steps" DROP COLUMN "quiz_pick_count";
  ALTER TABLE "steps" DROP COLUMN "quiz_are_questions_shuffled";
  ALTER TABLE "steps" DROP COLUMN "quiz_negative_marks";
  ALTER TABLE "steps" DROP COLUMN "quiz_has_partial_credit";
  ALTER TABLE "steps" DROP COLUMN "quiz_show_correctness";
  ALTER TABLE "steps" DROP COLUMN "quiz_show_feedback";
  ALTER TABLE "steps" DROP COLUMN "quiz_show_answer";
  ALTER TABLE "steps" DROP COLUMN "quiz_bands";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_max_attempts";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_grading";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_when_failed";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_time_limit";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_time_up";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_pick_count";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_are_questions_shuffled";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_negative_marks";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_has_partial_credit";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_show_correctness";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_show_feedback";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_show_answer";
  ALTER TABLE "_steps_v" DROP COLUMN "version_quiz_bands";
  DROP TYPE "public"."enum_steps_quiz_grading";
  DROP TYPE "public"."enum_steps_quiz_when_failed";
  DROP TYPE "public"."enum_steps_quiz_time_up";
  DROP TYPE "public"."enum_steps_quiz_show_correctness";
  DROP TYPE "public"."enum_steps_quiz_show_feedback";
  DROP TYPE "public"."enum_steps_quiz_show_answer";
  DROP TYPE "public"."enum__steps_v_version_quiz_grading";
  DROP TYPE "public"."enum__steps_v_version_quiz_when_failed";
  DROP TYPE "public"."enum__steps_v_version_quiz_time_up";
  DROP TYPE "public"."enum__steps_v_version_quiz_show_correctness";
  DROP TYPE "public"."enum__steps_v_version_quiz_show_feedback";
  DROP TYPE "public"."enum__steps_v_version_quiz_show_answer";`)
}
