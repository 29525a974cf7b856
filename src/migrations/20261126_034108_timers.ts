import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_timers_kind" AS ENUM('quizTime');
  CREATE TABLE "timers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"enrollment_id" uuid NOT NULL,
  	"kind" "enum_timers_kind" NOT NULL,
  	"step" varchar NOT NULL,
  	"attempt" numeric NOT NULL,
  	"due_at" timestamp(3) with time zone NOT NULL,
  	"tries" numeric DEFAULT 0 NOT NULL
  );
  
  ALTER TABLE "timers" ADD CONSTRAINT "timers_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "timers_enrollment_idx" ON "timers" USING btree ("enrollment_id");
  CREATE INDEX "timers_due_at_idx" ON "timers" USING btree ("due_at");
  CREATE UNIQUE INDEX "enrollment_kind_step_attempt_idx" ON "timers" USING btree ("enrollment_id","kind","step","attempt");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "timers" CASCADE;
  DROP TYPE "public"."enum_timers_kind";`)
}
