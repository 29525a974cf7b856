import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_steps_assignment_accepts" AS ENUM('text', 'photo', 'file', 'voice', 'video', 'videoNote');
  CREATE TYPE "public"."enum_steps_assignment_grading" AS ENUM('passFail', 'points');
  CREATE TYPE "public"."enum_steps_assignment_auto_approve" AS ENUM('never', 'atOnce', 'afterDays');
  CREATE TYPE "public"."enum__steps_v_version_assignment_accepts" AS ENUM('text', 'photo', 'file', 'voice', 'video', 'videoNote');
  CREATE TYPE "public"."enum__steps_v_version_assignment_grading" AS ENUM('passFail', 'points');
  CREATE TYPE "public"."enum__steps_v_version_assignment_auto_approve" AS ENUM('never', 'atOnce', 'afterDays');
  ALTER TYPE "public"."enum_steps_step_type" ADD VALUE 'assignment';
  ALTER TYPE "public"."enum__steps_v_version_step_type" ADD VALUE 'assignment';
  ALTER TYPE "public"."enum_timers_kind" ADD VALUE 'autoApprove';
  CREATE TABLE "steps_assignment_accepts" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_steps_assignment_accepts",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "_steps_v_version_assignment_accepts" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum__steps_v_version_assignment_accepts",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  ALTER TABLE "steps" ADD COLUMN "assignment_requirements" varchar;
  ALTER TABLE "steps" ADD COLUMN "assignment_max_files" numeric DEFAULT 10;
  ALTER TABLE "steps" ADD COLUMN "assignment_max_file_megabytes" numeric DEFAULT 20;
  ALTER TABLE "steps" ADD COLUMN "assignment_extensions" varchar;
  ALTER TABLE "steps" ADD COLUMN "assignment_due_at" timestamp(3) with time zone;
  ALTER TABLE "steps" ADD COLUMN "assignment_due_after_days" numeric;
  ALTER TABLE "steps" ADD COLUMN "assignment_cut_off_at" timestamp(3) with time zone;
  ALTER TABLE "steps" ADD COLUMN "assignment_cut_off_after_days" numeric;
  ALTER TABLE "steps" ADD COLUMN "assignment_max_attempts" numeric DEFAULT 0;
  ALTER TABLE "steps" ADD COLUMN "assignment_is_blocking_while_pending" boolean DEFAULT true;
  ALTER TABLE "steps" ADD COLUMN "assignment_grading" "enum_steps_assignment_grading" DEFAULT 'passFail';
  ALTER TABLE "steps" ADD COLUMN "assignment_max_points" numeric DEFAULT 100;
  ALTER TABLE "steps" ADD COLUMN "assignment_pass_points" numeric;
  ALTER TABLE "steps" ADD COLUMN "assignment_auto_approve" "enum_steps_assignment_auto_approve" DEFAULT 'never';
  ALTER TABLE "steps" ADD COLUMN "assignment_auto_approve_days" numeric DEFAULT 7;
  ALTER TABLE "steps" ADD COLUMN "assignment_rubric" varchar;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_requirements" varchar;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_max_files" numeric DEFAULT 10;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_max_file_megabytes" numeric DEFAULT 20;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_extensions" varchar;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_due_at" timestamp(3) with time zone;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_due_after_days" numeric;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_cut_off_at" timestamp(3) with time zone;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_cut_off_after_days" numeric;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_max_attempts" numeric DEFAULT 0;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_is_blocking_while_pending" boolean DEFAULT true;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_grading" "enum__steps_v_version_assignment_grading" DEFAULT 'passFail';
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_max_points" numeric DEFAULT 100;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_pass_points" numeric;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_auto_approve" "enum__steps_v_version_assignment_auto_approve" DEFAULT 'never';
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_auto_approve_days" numeric DEFAULT 7;
  ALTER TABLE "_steps_v" ADD COLUMN "version_assignment_rubric" varchar;
  ALTER TABLE "steps_assignment_accepts" ADD CONSTRAINT "steps_assignment_accepts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."steps"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_steps_v_version_assignment_accepts" ADD CONSTRAINT "_steps_v_version_assignment_accepts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_steps_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "steps_assignment_accepts_order_idx" ON "steps_assignment_accepts" USING btree ("order");
  CREATE INDEX "steps_assignment_accepts_parent_idx" ON "steps_assignment_accepts" USING btree ("parent_id");
  CREATE INDEX "_steps_v_version_assignment_accepts_order_idx" ON "_steps_v_version_assignment_accepts" USING btree ("order");
  CREATE INDEX "_steps_v_version_assignment_accepts_parent_idx" ON "_steps_v_version_assignment_accepts" USING btree ("parent_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DELETE FROM "steps" WHERE "step_type" = 'assignment';
  DELETE FROM "_steps_v" WHERE "version_step_type" = 'assignment';
  DELETE FROM "timers" WHERE "kind" = 'autoApprove';
  DROP TABLE "steps_assignment_accepts" CASCADE;
  DROP TABLE "_steps_v_version_assignment_accepts" CASCADE;
  ALTER TABLE "steps" ALTER COLUMN "step_type" SET DATA TYPE text;
  ALTER TABLE "steps" ALTER COLUMN "step_type" SET DEFAULT 'text'::text;
  DROP TYPE "public"."enum_steps_step_type";
  CREATE TYPE "public"."enum_steps_step_type" AS ENUM('text', 'video', 'quiz');
  ALTER TABLE "steps" ALTER COLUMN "step_type" SET DEFAULT 'text'::"public"."enum_steps_step_type";
  ALTER TABLE "steps" ALTER COLUMN "step_type" SET DATA TYPE "public"."enum_steps_step_type" USING "step_type"::"public"."enum_steps_step_type";
  ALTER TABLE "_steps_v" ALTER COLUMN "version_step_type" SET DATA TYPE text;
  ALTER TABLE "_steps_v" ALTER COLUMN "version_step_type" SET DEFAULT 'text'::text;
  DROP TYPE "public"."enum__steps_v_version_step_type";
  CREATE TYPE "public"."enum__steps_v_version_step_type" AS ENUM('text', 'video', 'quiz');
  ALTER TABLE "_steps_v" ALTER COLUMN "version_step_type" SET DEFAULT 'text'::"public"."enum__steps_v_version_step_type";
  ALTER TABLE "_steps_v" ALTER COLUMN "version_step_type" SET DATA TYPE "public"."enum__steps_v_version_step_type" USING "version_step_type"::"public"."enum__steps_v_version_step_type";
  ALTER TABLE "timers" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_timers_kind";
  CREATE TYPE "public"."enum_timers_kind" AS ENUM('quizTime');
  ALTER TABLE "timers" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_timers_kind" USING "kind"::"public"."enum_timers_kind";
  ALTER TABLE "steps" DROP COLUMN "assignment_requirements";
  ALTER TABLE "steps" DROP COLUMN "assignment_max_files";
  ALTER TABLE "steps" DROP COLUMN "assignment_max_file_megabytes";
  ALTER TABLE "steps" DROP COLUMN "assignment_extensions";
  ALTER TABLE "steps" DROP COLUMN "assignment_due_at";
  ALTER TABLE "steps" DROP COLUMN "assignment_due_after_days";
  ALTER TABLE "steps" DROP COLUMN "assignment_cut_off_at";
  ALTER TABLE "steps" DROP COLUMN "assignment_cut_off_after_days";
  ALTER TABLE "steps" DROP COLUMN "assignment_max_attempts";
  ALTER TABLE "steps" DROP COLUMN "assignment_is_blocking_while_pending";
  ALTER TABLE "steps" DROP COLUMN "assignment_grading";
  ALTER TABLE "steps" DROP COLUMN "assignment_max_points";
  ALTER TABLE "steps" DROP COLUMN "assignment_pass_points";
  ALTER TABLE "steps" DROP COLUMN "assignment_auto_approve";
  ALTER TABLE "steps" DROP COLUMN "assignment_auto_approve_days";
  ALTER TABLE "steps" DROP COLUMN "assignment_rubric";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_requirements";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_max_files";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_max_file_megabytes";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_extensions";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_due_at";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_due_after_days";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_cut_off_at";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_cut_off_after_days";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_max_attempts";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_is_blocking_while_pending";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_grading";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_max_points";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_pass_points";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_auto_approve";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_auto_approve_days";
  ALTER TABLE "_steps_v" DROP COLUMN "version_assignment_rubric";
  DROP TYPE "public"."enum_steps_assignment_accepts";
  DROP TYPE "public"."enum_steps_assignment_grading";
  DROP TYPE "public"."enum_steps_assignment_auto_approve";
  DROP TYPE "public"."enum__steps_v_version_assignment_accepts";
  DROP TYPE "public"."enum__steps_v_version_assignment_grading";
  DROP TYPE "public"."enum__steps_v_version_assignment_auto_approve";`)
}
