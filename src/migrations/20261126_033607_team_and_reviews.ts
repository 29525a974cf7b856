import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What is nobody's any more goes with its person or course, also where a row is deleted by SQL. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_link_codes_team_role" AS ENUM('coAuthor', 'mentor');
  CREATE TYPE "public"."enum_team_invites_role" AS ENUM('coAuthor', 'mentor');
  CREATE TYPE "public"."enum_review_prompts_verdict" AS ENUM('approved', 'rejected');
  ALTER TYPE "public"."enum_link_codes_kind" ADD VALUE 'team';
  ALTER TYPE "public"."enum_outbox_topic" ADD VALUE 'reviewer';
  CREATE TABLE "courses_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "_courses_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "team_invites" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"course_id" uuid NOT NULL,
  	"email" varchar NOT NULL,
  	"role" "enum_team_invites_role" NOT NULL,
  	"invited_by_id" uuid,
  	"invited_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "review_cards" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"subject" varchar NOT NULL,
  	"message_id" numeric,
  	"shown" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"is_open" boolean DEFAULT true NOT NULL
  );
  
  CREATE TABLE "review_prompts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"submission" varchar NOT NULL,
  	"verdict" "enum_review_prompts_verdict" NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  ALTER TABLE "users" ADD COLUMN "has_review_cards" boolean DEFAULT true;
  ALTER TABLE "link_codes" ADD COLUMN "team_role" "enum_link_codes_team_role";
  ALTER TABLE "courses_rels" ADD CONSTRAINT "courses_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "courses_rels" ADD CONSTRAINT "courses_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_courses_v_rels" ADD CONSTRAINT "_courses_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_courses_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_courses_v_rels" ADD CONSTRAINT "_courses_v_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "team_invites" ADD CONSTRAINT "team_invites_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "team_invites" ADD CONSTRAINT "team_invites_invited_by_id_users_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "review_cards" ADD CONSTRAINT "review_cards_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "review_prompts" ADD CONSTRAINT "review_prompts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "courses_rels_order_idx" ON "courses_rels" USING btree ("order");
  CREATE INDEX "courses_rels_parent_idx" ON "courses_rels" USING btree ("parent_id");
  CREATE INDEX "courses_rels_path_idx" ON "courses_rels" USING btree ("path");
  CREATE INDEX "courses_rels_users_id_idx" ON "courses_rels" USING btree ("users_id");
  CREATE INDEX "_courses_v_rels_order_idx" ON "_courses_v_rels" USING btree ("order");
  CREATE INDEX "_courses_v_rels_parent_idx" ON "_courses_v_rels" USING btree ("parent_id");
  CREATE INDEX "_courses_v_rels_path_idx" ON "_courses_v_rels" USING btree ("path");
  CREATE INDEX "_courses_v_rels_users_id_idx" ON "_courses_v_rels" USING btree ("users_id");
  CREATE INDEX "team_invites_course_idx" ON "team_invites" USING btree ("course_id");
  CREATE INDEX "team_invites_email_idx" ON "team_invites" USING btree ("email");
  CREATE INDEX "team_invites_invited_by_idx" ON "team_invites" USING btree ("invited_by_id");
  CREATE INDEX "team_invites_updated_at_idx" ON "team_invites" USING btree ("updated_at");
  CREATE INDEX "team_invites_created_at_idx" ON "team_invites" USING btree ("created_at");
  CREATE UNIQUE INDEX "course_email_idx" ON "team_invites" USING btree ("course_id","email");
  CREATE INDEX "review_cards_user_idx" ON "review_cards" USING btree ("user_id");
  CREATE INDEX "review_cards_subject_idx" ON "review_cards" USING btree ("subject");
  CREATE UNIQUE INDEX "user_subject_idx" ON "review_cards" USING btree ("user_id","subject");
  CREATE UNIQUE INDEX "review_prompts_user_idx" ON "review_prompts" USING btree ("user_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "courses_rels" CASCADE;
  DROP TABLE "_courses_v_rels" CASCADE;
  DROP TABLE "team_invites" CASCADE;
  DROP TABLE "review_cards" CASCADE;
  DROP TABLE "review_prompts" CASCADE;
  DELETE FROM "link_codes" WHERE "kind" = 'team';
  ALTER TABLE "link_codes" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_link_codes_kind";
  CREATE TYPE "public"."enum_link_codes_kind" AS ENUM('account', 'ownership', 'test');
  ALTER TABLE "link_codes" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_link_codes_kind" USING "kind"::"public"."enum_link_codes_kind";
  DELETE FROM "outbox" WHERE "topic" = 'reviewer';
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE text;
  DROP TYPE "public"."enum_outbox_topic";
  CREATE TYPE "public"."enum_outbox_topic" AS ENUM('bot', 'check', 'rearm', 'delivery', 'alert', 'farewell', 'submission');
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE "public"."enum_outbox_topic" USING "topic"::"public"."enum_outbox_topic";
  ALTER TABLE "users" DROP COLUMN "has_review_cards";
  ALTER TABLE "link_codes" DROP COLUMN "team_role";
  DROP TYPE "public"."enum_link_codes_team_role";
  DROP TYPE "public"."enum_team_invites_role";
  DROP TYPE "public"."enum_review_prompts_verdict";`)
}
