import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_courses_category" AS ENUM('languages', 'programming', 'design', 'business', 'marketing', 'science', 'mathematics', 'health', 'arts', 'music', 'cooking', 'school', 'selfDevelopment', 'other');
  CREATE TYPE "public"."enum_courses_language" AS ENUM('ru', 'en', 'uk', 'kk', 'uz', 'be', 'de', 'fr', 'es', 'pt', 'it', 'pl', 'tr', 'ar', 'fa', 'hi', 'id', 'vi', 'zh', 'ja', 'ko');
  CREATE TYPE "public"."enum_courses_pricing_model" AS ENUM('free', 'paid', 'subscription', 'freemium');
  CREATE TYPE "public"."enum__courses_v_version_category" AS ENUM('languages', 'programming', 'design', 'business', 'marketing', 'science', 'mathematics', 'health', 'arts', 'music', 'cooking', 'school', 'selfDevelopment', 'other');
  CREATE TYPE "public"."enum__courses_v_version_language" AS ENUM('ru', 'en', 'uk', 'kk', 'uz', 'be', 'de', 'fr', 'es', 'pt', 'it', 'pl', 'tr', 'ar', 'fa', 'hi', 'id', 'vi', 'zh', 'ja', 'ko');
  CREATE TYPE "public"."enum__courses_v_version_pricing_model" AS ENUM('free', 'paid', 'subscription', 'freemium');
  CREATE TYPE "public"."enum_steps_step_type" AS ENUM('text');
  CREATE TYPE "public"."enum__steps_v_version_step_type" AS ENUM('text');
  CREATE TYPE "public"."enum_enrollments_status" AS ENUM('invited', 'active', 'completed');
  CREATE TYPE "public"."enum_users_role" AS ENUM('student', 'creator', 'moderator', 'admin');
  CREATE TYPE "public"."enum_users_subscription_plan" AS ENUM('free', 'professional', 'enterprise');
  CREATE TYPE "public"."enum_bots_state" AS ENUM('waitingForToken', 'settingUp', 'ready', 'live', 'paused', 'needsRelink');
  CREATE TYPE "public"."enum_outbox_topic" AS ENUM('bot', 'delivery');
  CREATE TABLE "courses" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"description" varchar,
  	"category" "enum_courses_category",
  	"language" "enum_courses_language" DEFAULT 'ru' NOT NULL,
  	"difficulty_level" numeric DEFAULT 1,
  	"estimated_duration" numeric,
  	"thumbnail_id" uuid,
  	"pricing_model" "enum_courses_pricing_model" DEFAULT 'free' NOT NULL,
  	"price" numeric,
  	"currency" varchar DEFAULT 'RUB',
  	"price_stars" numeric,
  	"creator_id" uuid,
  	"is_published" boolean DEFAULT false NOT NULL,
  	"is_archived" boolean DEFAULT false NOT NULL,
  	"current_release_id" uuid,
  	"bot_username" varchar,
  	"rating" numeric,
  	"students_count" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "courses_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_courses_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar NOT NULL,
  	"version_description" varchar,
  	"version_category" "enum__courses_v_version_category",
  	"version_language" "enum__courses_v_version_language" DEFAULT 'ru' NOT NULL,
  	"version_difficulty_level" numeric DEFAULT 1,
  	"version_estimated_duration" numeric,
  	"version_thumbnail_id" uuid,
  	"version_pricing_model" "enum__courses_v_version_pricing_model" DEFAULT 'free' NOT NULL,
  	"version_price" numeric,
  	"version_currency" varchar DEFAULT 'RUB',
  	"version_price_stars" numeric,
  	"version_creator_id" uuid,
  	"version_is_published" boolean DEFAULT false NOT NULL,
  	"version_is_archived" boolean DEFAULT false NOT NULL,
  	"version_current_release_id" uuid,
  	"version_bot_username" varchar,
  	"version_rating" numeric,
  	"version_students_count" numeric DEFAULT 0 NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_courses_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "steps" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"_steps_steps_order" varchar,
  	"title" varchar NOT NULL,
  	"content" jsonb,
  	"description" varchar,
  	"course_id" uuid NOT NULL,
  	"step_type" "enum_steps_step_type" DEFAULT 'text' NOT NULL,
  	"section" varchar,
  	"is_required" boolean DEFAULT true,
  	"estimated_duration" numeric,
  	"is_paid" boolean DEFAULT false,
  	"step_price" numeric,
  	"step_price_stars" numeric,
  	"unlock_conditions" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "_steps_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version__steps_steps_order" varchar,
  	"version_title" varchar NOT NULL,
  	"version_content" jsonb,
  	"version_description" varchar,
  	"version_course_id" uuid NOT NULL,
  	"version_step_type" "enum__steps_v_version_step_type" DEFAULT 'text' NOT NULL,
  	"version_section" varchar,
  	"version_is_required" boolean DEFAULT true,
  	"version_estimated_duration" numeric,
  	"version_is_paid" boolean DEFAULT false,
  	"version_step_price" numeric,
  	"version_step_price_stars" numeric,
  	"version_unlock_conditions" jsonb,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"alt" varchar,
  	"creator_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_thumbnail_url" varchar,
  	"sizes_thumbnail_width" numeric,
  	"sizes_thumbnail_height" numeric,
  	"sizes_thumbnail_mime_type" varchar,
  	"sizes_thumbnail_filesize" numeric,
  	"sizes_thumbnail_filename" varchar
  );
  
  CREATE TABLE "releases" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"course_id" uuid NOT NULL,
  	"number" numeric NOT NULL,
  	"steps_count" numeric NOT NULL,
  	"published_by_id" uuid,
  	"content_hash" varchar NOT NULL,
  	"content" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "enrollments" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"learner_name" varchar NOT NULL,
  	"course_id" uuid NOT NULL,
  	"status" "enum_enrollments_status" DEFAULT 'invited' NOT NULL,
  	"progress_percent" numeric DEFAULT 0 NOT NULL,
  	"is_blocked" boolean DEFAULT false NOT NULL,
  	"enrolled_at" timestamp(3) with time zone NOT NULL,
  	"last_action_at" timestamp(3) with time zone,
  	"completed_at" timestamp(3) with time zone,
  	"start_payload" varchar,
  	"state" jsonb NOT NULL,
  	"updates" jsonb NOT NULL
  );
  
  CREATE TABLE "progress" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"course_id" uuid NOT NULL,
  	"step" varchar NOT NULL,
  	"release" varchar NOT NULL,
  	"is_completed" boolean DEFAULT false NOT NULL,
  	"score" numeric,
  	"attempts_count" numeric DEFAULT 0 NOT NULL,
  	"time_spent" numeric DEFAULT 0 NOT NULL,
  	"opened_at" timestamp(3) with time zone NOT NULL,
  	"completed_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"first_name" varchar,
  	"last_name" varchar,
  	"role" "enum_users_role" DEFAULT 'student' NOT NULL,
  	"is_active" boolean DEFAULT true NOT NULL,
  	"telegram_id" numeric,
  	"username" varchar,
  	"language_code" varchar,
  	"subscription_plan" "enum_users_subscription_plan" DEFAULT 'free' NOT NULL,
  	"subscription_expires_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "bots" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"course_id" uuid NOT NULL,
  	"state" "enum_bots_state" DEFAULT 'waitingForToken' NOT NULL,
  	"username" varchar,
  	"name" varchar,
  	"telegram_bot_id" numeric,
  	"is_paused" boolean DEFAULT false NOT NULL,
  	"error_code" varchar,
  	"error_description" varchar,
  	"next_try_at" timestamp(3) with time zone,
  	"key" varchar NOT NULL,
  	"sealed_token" varchar,
  	"secret_version" numeric DEFAULT 0 NOT NULL,
  	"applied" jsonb DEFAULT '{}'::jsonb NOT NULL,
  	"changed_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "outbox" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"topic" "enum_outbox_topic" NOT NULL,
  	"subject" varchar NOT NULL,
  	"due_at" timestamp(3) with time zone NOT NULL,
  	"queued_at" timestamp(3) with time zone,
  	"times_queued" numeric DEFAULT 0 NOT NULL
  );
  
  CREATE TABLE "dead_letters" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"bot_id" varchar NOT NULL,
  	"update_id" numeric NOT NULL,
  	"telegram_user_id" numeric NOT NULL,
  	"event" jsonb NOT NULL,
  	"tries" numeric NOT NULL,
  	"is_dead" boolean DEFAULT false NOT NULL,
  	"error" varchar NOT NULL,
  	"first_tried_at" timestamp(3) with time zone NOT NULL,
  	"last_tried_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "courses" ADD CONSTRAINT "courses_thumbnail_id_media_id_fk" FOREIGN KEY ("thumbnail_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "courses" ADD CONSTRAINT "courses_creator_id_users_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "courses" ADD CONSTRAINT "courses_current_release_id_releases_id_fk" FOREIGN KEY ("current_release_id") REFERENCES "public"."releases"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "courses_texts" ADD CONSTRAINT "courses_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_parent_id_courses_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_version_thumbnail_id_media_id_fk" FOREIGN KEY ("version_thumbnail_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_version_creator_id_users_id_fk" FOREIGN KEY ("version_creator_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_version_current_release_id_releases_id_fk" FOREIGN KEY ("version_current_release_id") REFERENCES "public"."releases"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_courses_v_texts" ADD CONSTRAINT "_courses_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_courses_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "steps" ADD CONSTRAINT "steps_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_steps_v" ADD CONSTRAINT "_steps_v_parent_id_steps_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."steps"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_steps_v" ADD CONSTRAINT "_steps_v_version_course_id_courses_id_fk" FOREIGN KEY ("version_course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_creator_id_users_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "releases" ADD CONSTRAINT "releases_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "releases" ADD CONSTRAINT "releases_published_by_id_users_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "progress" ADD CONSTRAINT "progress_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "progress" ADD CONSTRAINT "progress_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "bots" ADD CONSTRAINT "bots_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "courses_thumbnail_idx" ON "courses" USING btree ("thumbnail_id");
  CREATE INDEX "courses_creator_idx" ON "courses" USING btree ("creator_id");
  CREATE INDEX "courses_is_published_idx" ON "courses" USING btree ("is_published");
  CREATE INDEX "courses_current_release_idx" ON "courses" USING btree ("current_release_id");
  CREATE INDEX "courses_updated_at_idx" ON "courses" USING btree ("updated_at");
  CREATE INDEX "courses_created_at_idx" ON "courses" USING btree ("created_at");
  CREATE INDEX "courses_texts_order_parent" ON "courses_texts" USING btree ("order","parent_id");
  CREATE INDEX "_courses_v_parent_idx" ON "_courses_v" USING btree ("parent_id");
  CREATE INDEX "_courses_v_version_version_thumbnail_idx" ON "_courses_v" USING btree ("version_thumbnail_id");
  CREATE INDEX "_courses_v_version_version_creator_idx" ON "_courses_v" USING btree ("version_creator_id");
  CREATE INDEX "_courses_v_version_version_is_published_idx" ON "_courses_v" USING btree ("version_is_published");
  CREATE INDEX "_courses_v_version_version_current_release_idx" ON "_courses_v" USING btree ("version_current_release_id");
  CREATE INDEX "_courses_v_version_version_updated_at_idx" ON "_courses_v" USING btree ("version_updated_at");
  CREATE INDEX "_courses_v_version_version_created_at_idx" ON "_courses_v" USING btree ("version_created_at");
  CREATE INDEX "_courses_v_created_at_idx" ON "_courses_v" USING btree ("created_at");
  CREATE INDEX "_courses_v_updated_at_idx" ON "_courses_v" USING btree ("updated_at");
  CREATE INDEX "_courses_v_texts_order_parent" ON "_courses_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "steps__steps_steps_order_idx" ON "steps" USING btree ("_steps_steps_order");
  CREATE INDEX "steps_course_idx" ON "steps" USING btree ("course_id");
  CREATE INDEX "steps_updated_at_idx" ON "steps" USING btree ("updated_at");
  CREATE INDEX "steps_created_at_idx" ON "steps" USING btree ("created_at");
  CREATE INDEX "steps_deleted_at_idx" ON "steps" USING btree ("deleted_at");
  CREATE INDEX "_steps_v_parent_idx" ON "_steps_v" USING btree ("parent_id");
  CREATE INDEX "_steps_v_version_version__steps_steps_order_idx" ON "_steps_v" USING btree ("version__steps_steps_order");
  CREATE INDEX "_steps_v_version_version_course_idx" ON "_steps_v" USING btree ("version_course_id");
  CREATE INDEX "_steps_v_version_version_updated_at_idx" ON "_steps_v" USING btree ("version_updated_at");
  CREATE INDEX "_steps_v_version_version_created_at_idx" ON "_steps_v" USING btree ("version_created_at");
  CREATE INDEX "_steps_v_version_version_deleted_at_idx" ON "_steps_v" USING btree ("version_deleted_at");
  CREATE INDEX "_steps_v_created_at_idx" ON "_steps_v" USING btree ("created_at");
  CREATE INDEX "_steps_v_updated_at_idx" ON "_steps_v" USING btree ("updated_at");
  CREATE INDEX "media_creator_idx" ON "media" USING btree ("creator_id");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_thumbnail_sizes_thumbnail_filename_idx" ON "media" USING btree ("sizes_thumbnail_filename");
  CREATE INDEX "releases_course_idx" ON "releases" USING btree ("course_id");
  CREATE INDEX "releases_published_by_idx" ON "releases" USING btree ("published_by_id");
  CREATE INDEX "releases_updated_at_idx" ON "releases" USING btree ("updated_at");
  CREATE INDEX "releases_created_at_idx" ON "releases" USING btree ("created_at");
  CREATE UNIQUE INDEX "course_number_idx" ON "releases" USING btree ("course_id","number");
  CREATE INDEX "enrollments_user_idx" ON "enrollments" USING btree ("user_id");
  CREATE INDEX "enrollments_course_idx" ON "enrollments" USING btree ("course_id");
  CREATE INDEX "enrollments_enrolled_at_idx" ON "enrollments" USING btree ("enrolled_at");
  CREATE UNIQUE INDEX "course_user_idx" ON "enrollments" USING btree ("course_id","user_id");
  CREATE INDEX "progress_user_idx" ON "progress" USING btree ("user_id");
  CREATE INDEX "progress_course_idx" ON "progress" USING btree ("course_id");
  CREATE UNIQUE INDEX "user_step_idx" ON "progress" USING btree ("user_id","step");
  CREATE INDEX "user_course_idx" ON "progress" USING btree ("user_id","course_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "users_telegram_id_idx" ON "users" USING btree ("telegram_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE UNIQUE INDEX "bots_course_idx" ON "bots" USING btree ("course_id");
  CREATE UNIQUE INDEX "bots_telegram_bot_id_idx" ON "bots" USING btree ("telegram_bot_id");
  CREATE UNIQUE INDEX "bots_key_idx" ON "bots" USING btree ("key");
  CREATE INDEX "bots_changed_at_idx" ON "bots" USING btree ("changed_at");
  CREATE INDEX "bots_updated_at_idx" ON "bots" USING btree ("updated_at");
  CREATE INDEX "bots_created_at_idx" ON "bots" USING btree ("created_at");
  CREATE INDEX "outbox_subject_idx" ON "outbox" USING btree ("subject");
  CREATE INDEX "outbox_due_at_idx" ON "outbox" USING btree ("due_at");
  CREATE UNIQUE INDEX "botId_updateId_idx" ON "dead_letters" USING btree ("bot_id","update_id");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "courses" CASCADE;
  DROP TABLE "courses_texts" CASCADE;
  DROP TABLE "_courses_v" CASCADE;
  DROP TABLE "_courses_v_texts" CASCADE;
  DROP TABLE "steps" CASCADE;
  DROP TABLE "_steps_v" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "releases" CASCADE;
  DROP TABLE "enrollments" CASCADE;
  DROP TABLE "progress" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "bots" CASCADE;
  DROP TABLE "outbox" CASCADE;
  DROP TABLE "dead_letters" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TYPE "public"."enum_courses_category";
  DROP TYPE "public"."enum_courses_language";
  DROP TYPE "public"."enum_courses_pricing_model";
  DROP TYPE "public"."enum__courses_v_version_category";
  DROP TYPE "public"."enum__courses_v_version_language";
  DROP TYPE "public"."enum__courses_v_version_pricing_model";
  DROP TYPE "public"."enum_steps_step_type";
  DROP TYPE "public"."enum__steps_v_version_step_type";
  DROP TYPE "public"."enum_enrollments_status";
  DROP TYPE "public"."enum_users_role";
  DROP TYPE "public"."enum_users_subscription_plan";
  DROP TYPE "public"."enum_bots_state";
  DROP TYPE "public"."enum_outbox_topic";`)
}
