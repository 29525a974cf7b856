import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_assignments_files_state" AS ENUM('waiting', 'kept', 'failed');
  CREATE TYPE "public"."enum_assignments_status" AS ENUM('pending', 'approved', 'rejected');
  CREATE TYPE "public"."enum_submission_files_kind" AS ENUM('photo', 'document', 'video', 'audio', 'voice', 'videoNote', 'animation');
  CREATE TYPE "public"."enum_submission_files_state" AS ENUM('waiting', 'kept', 'gone', 'refused');
  CREATE TYPE "public"."enum_submission_files_purpose" AS ENUM('submission', 'feedback', 'answer');
  ALTER TYPE "public"."enum_outbox_topic" ADD VALUE 'submission';
  CREATE TABLE "assignments" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"learner_name" varchar NOT NULL,
  	"step_title" varchar NOT NULL,
  	"course_id" uuid NOT NULL,
  	"step" varchar NOT NULL,
  	"release" varchar NOT NULL,
  	"enrollment_id" uuid NOT NULL,
  	"user_id" uuid NOT NULL,
  	"attempt" numeric NOT NULL,
  	"content" varchar,
  	"items" jsonb NOT NULL,
  	"files_state" "enum_assignments_files_state" DEFAULT 'waiting' NOT NULL,
  	"is_late" boolean DEFAULT false NOT NULL,
  	"submitted_at" timestamp(3) with time zone NOT NULL,
  	"status" "enum_assignments_status" DEFAULT 'pending' NOT NULL,
  	"teacher_comment" varchar,
  	"score" numeric,
  	"max_score" numeric,
  	"feedback_voice_id" uuid,
  	"reviewed_by_id" uuid,
  	"reviewed_at" timestamp(3) with time zone,
  	"claimed_by_id" uuid,
  	"claimed_until" timestamp(3) with time zone,
  	"history" jsonb DEFAULT '[]'::jsonb NOT NULL
  );
  
  CREATE TABLE "submission_files" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"original_name" varchar,
  	"kind" "enum_submission_files_kind" NOT NULL,
  	"state" "enum_submission_files_state" DEFAULT 'waiting' NOT NULL,
  	"duration" numeric,
  	"purpose" "enum_submission_files_purpose" NOT NULL,
  	"user_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"enrollment_id" uuid NOT NULL,
  	"assignment_id" uuid,
  	"hash" varchar,
  	"source" jsonb,
  	"prefix" varchar DEFAULT 'submissions',
  	"_objectkey" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric
  );
  
  ALTER TABLE "assignments" ADD CONSTRAINT "assignments_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "assignments" ADD CONSTRAINT "assignments_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "assignments" ADD CONSTRAINT "assignments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "assignments" ADD CONSTRAINT "assignments_feedback_voice_id_submission_files_id_fk" FOREIGN KEY ("feedback_voice_id") REFERENCES "public"."submission_files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "assignments" ADD CONSTRAINT "assignments_reviewed_by_id_users_id_fk" FOREIGN KEY ("reviewed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "assignments" ADD CONSTRAINT "assignments_claimed_by_id_users_id_fk" FOREIGN KEY ("claimed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "submission_files" ADD CONSTRAINT "submission_files_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "submission_files" ADD CONSTRAINT "submission_files_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "submission_files" ADD CONSTRAINT "submission_files_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "submission_files" ADD CONSTRAINT "submission_files_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "assignments_course_idx" ON "assignments" USING btree ("course_id");
  CREATE INDEX "assignments_step_idx" ON "assignments" USING btree ("step");
  CREATE INDEX "assignments_enrollment_idx" ON "assignments" USING btree ("enrollment_id");
  CREATE INDEX "assignments_user_idx" ON "assignments" USING btree ("user_id");
  CREATE INDEX "assignments_status_idx" ON "assignments" USING btree ("status");
  CREATE INDEX "assignments_feedback_voice_idx" ON "assignments" USING btree ("feedback_voice_id");
  CREATE INDEX "assignments_reviewed_by_idx" ON "assignments" USING btree ("reviewed_by_id");
  CREATE INDEX "assignments_claimed_by_idx" ON "assignments" USING btree ("claimed_by_id");
  CREATE UNIQUE INDEX "enrollment_step_attempt_idx" ON "assignments" USING btree ("enrollment_id","step","attempt");
  CREATE INDEX "course_status_submittedAt_idx" ON "assignments" USING btree ("course_id","status","submitted_at");
  CREATE INDEX "submission_files_user_idx" ON "submission_files" USING btree ("user_id");
  CREATE INDEX "submission_files_course_idx" ON "submission_files" USING btree ("course_id");
  CREATE INDEX "submission_files_enrollment_idx" ON "submission_files" USING btree ("enrollment_id");
  CREATE INDEX "submission_files_assignment_idx" ON "submission_files" USING btree ("assignment_id");
  CREATE INDEX "submission_files_updated_at_idx" ON "submission_files" USING btree ("updated_at");
  CREATE INDEX "submission_files_created_at_idx" ON "submission_files" USING btree ("created_at");
  CREATE UNIQUE INDEX "submission_files_filename_idx" ON "submission_files" USING btree ("filename");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DELETE FROM "outbox" WHERE "topic" = 'submission';
  DROP TABLE "assignments" CASCADE;
  DROP TABLE "submission_files" CASCADE;
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE text;
  DROP TYPE "public"."enum_outbox_topic";
  CREATE TYPE "public"."enum_outbox_topic" AS ENUM('bot', 'check', 'rearm', 'delivery', 'alert', 'farewell');
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE "public"."enum_outbox_topic" USING "topic"::"public"."enum_outbox_topic";
  DROP TYPE "public"."enum_assignments_files_state";
  DROP TYPE "public"."enum_assignments_status";
  DROP TYPE "public"."enum_submission_files_kind";
  DROP TYPE "public"."enum_submission_files_state";
  DROP TYPE "public"."enum_submission_files_purpose";`)
}
