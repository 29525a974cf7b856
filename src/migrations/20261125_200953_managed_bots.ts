import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_bot_requests_state" AS ENUM('open', 'done', 'expired', 'cancelled');
  CREATE TYPE "public"."enum_link_codes_kind" AS ENUM('account', 'ownership');
  ALTER TYPE "public"."enum_bots_state" ADD VALUE 'unproven' BEFORE 'ready';
  ALTER TYPE "public"."enum_bots_state" ADD VALUE 'removing';
  ALTER TYPE "public"."enum_outbox_topic" ADD VALUE 'alert';
  CREATE TABLE "bot_requests" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"course_id" uuid NOT NULL,
  	"creator_id" uuid,
  	"suggested_username" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"state" "enum_bot_requests_state" DEFAULT 'open' NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"telegram_user_id" numeric,
  	"telegram_bot_id" numeric,
  	"bot_id" uuid,
  	"stranger_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "managed_bots" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"telegram_bot_id" numeric NOT NULL,
  	"username" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"owner_telegram_id" numeric NOT NULL,
  	"seen_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "link_codes" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum_link_codes_kind" NOT NULL,
  	"hash" varchar NOT NULL,
  	"user_id" uuid,
  	"course_id" uuid,
  	"telegram_bot_id" numeric,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"used_at" timestamp(3) with time zone,
  	"used_by" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "platform" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"username" varchar,
  	"telegram_bot_id" numeric,
  	"can_manage_bots" boolean,
  	"problem" varchar,
  	"reported_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "courses" ADD COLUMN "bot_texts_ru_name" varchar;
  ALTER TABLE "courses" ADD COLUMN "bot_texts_ru_short_description" varchar;
  ALTER TABLE "courses" ADD COLUMN "bot_texts_ru_description" varchar;
  ALTER TABLE "courses" ADD COLUMN "bot_texts_en_name" varchar;
  ALTER TABLE "courses" ADD COLUMN "bot_texts_en_short_description" varchar;
  ALTER TABLE "courses" ADD COLUMN "bot_texts_en_description" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_bot_texts_ru_name" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_bot_texts_ru_short_description" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_bot_texts_ru_description" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_bot_texts_en_name" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_bot_texts_en_short_description" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_bot_texts_en_description" varchar;
  ALTER TABLE "bots" ADD COLUMN "is_managed" boolean DEFAULT false NOT NULL;
  ALTER TABLE "bots" ADD COLUMN "owner_telegram_id" numeric;
  ALTER TABLE "bots" ADD COLUMN "is_proven" boolean DEFAULT false NOT NULL;
  ALTER TABLE "bots" ADD COLUMN "is_removing" boolean DEFAULT false NOT NULL;
  ALTER TABLE "bots" ADD COLUMN "rotate_version" numeric;
  ALTER TABLE "bot_requests" ADD CONSTRAINT "bot_requests_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bot_requests" ADD CONSTRAINT "bot_requests_creator_id_users_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bot_requests" ADD CONSTRAINT "bot_requests_bot_id_bots_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bots"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "link_codes" ADD CONSTRAINT "link_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "link_codes" ADD CONSTRAINT "link_codes_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "bot_requests_course_idx" ON "bot_requests" USING btree ("course_id");
  CREATE INDEX "bot_requests_creator_idx" ON "bot_requests" USING btree ("creator_id");
  CREATE INDEX "bot_requests_suggested_username_idx" ON "bot_requests" USING btree ("suggested_username");
  CREATE INDEX "bot_requests_telegram_bot_id_idx" ON "bot_requests" USING btree ("telegram_bot_id");
  CREATE INDEX "bot_requests_bot_idx" ON "bot_requests" USING btree ("bot_id");
  CREATE INDEX "bot_requests_updated_at_idx" ON "bot_requests" USING btree ("updated_at");
  CREATE INDEX "bot_requests_created_at_idx" ON "bot_requests" USING btree ("created_at");
  CREATE UNIQUE INDEX "managed_bots_telegram_bot_id_idx" ON "managed_bots" USING btree ("telegram_bot_id");
  CREATE INDEX "managed_bots_owner_telegram_id_idx" ON "managed_bots" USING btree ("owner_telegram_id");
  CREATE UNIQUE INDEX "link_codes_hash_idx" ON "link_codes" USING btree ("hash");
  CREATE INDEX "link_codes_user_idx" ON "link_codes" USING btree ("user_id");
  CREATE INDEX "link_codes_course_idx" ON "link_codes" USING btree ("course_id");
  CREATE INDEX "link_codes_expires_at_idx" ON "link_codes" USING btree ("expires_at");
  CREATE INDEX "link_codes_updated_at_idx" ON "link_codes" USING btree ("updated_at");
  CREATE INDEX "link_codes_created_at_idx" ON "link_codes" USING btree ("created_at");

  -- A course waits for one bot at a time.
  CREATE UNIQUE INDEX bot_requests_open ON bot_requests (course_id) WHERE state = 'open';
  -- Bots of before their owners were asked for have been teaching.
  UPDATE bots SET is_proven = true WHERE telegram_bot_id IS NOT NULL;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "bot_requests" CASCADE;
  DROP TABLE "managed_bots" CASCADE;
  DROP TABLE "link_codes" CASCADE;
  DROP TABLE "platform" CASCADE;
  UPDATE bots SET state = 'settingUp' WHERE state IN ('unproven', 'removing');
  DELETE FROM outbox WHERE topic = 'alert';
  ALTER TABLE "bots" ALTER COLUMN "state" SET DATA TYPE text;
  ALTER TABLE "bots" ALTER COLUMN "state" SET DEFAULT 'waitingForToken'::text;
  DROP TYPE "public"."enum_bots_state";
  CREATE TYPE "public"."enum_bots_state" AS ENUM('waitingForToken', 'settingUp', 'ready', 'live', 'paused', 'needsRelink');
  ALTER TABLE "bots" ALTER COLUMN "state" SET DEFAULT 'waitingForToken'::"public"."enum_bots_state";
  ALTER TABLE "bots" ALTER COLUMN "state" SET DATA TYPE "public"."enum_bots_state" USING "state"::"public"."enum_bots_state";
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE text;
  DROP TYPE "public"."enum_outbox_topic";
  CREATE TYPE "public"."enum_outbox_topic" AS ENUM('bot', 'delivery');
  ALTER TABLE "outbox" ALTER COLUMN "topic" SET DATA TYPE "public"."enum_outbox_topic" USING "topic"::"public"."enum_outbox_topic";
  ALTER TABLE "courses" DROP COLUMN "bot_texts_ru_name";
  ALTER TABLE "courses" DROP COLUMN "bot_texts_ru_short_description";
  ALTER TABLE "courses" DROP COLUMN "bot_texts_ru_description";
  ALTER TABLE "courses" DROP COLUMN "bot_texts_en_name";
  ALTER TABLE "courses" DROP COLUMN "bot_texts_en_short_description";
  ALTER TABLE "courses" DROP COLUMN "bot_texts_en_description";
  ALTER TABLE "_courses_v" DROP COLUMN "version_bot_texts_ru_name";
  ALTER TABLE "_courses_v" DROP COLUMN "version_bot_texts_ru_short_description";
  ALTER TABLE "_courses_v" DROP COLUMN "version_bot_texts_ru_description";
  ALTER TABLE "_courses_v" DROP COLUMN "version_bot_texts_en_name";
  ALTER TABLE "_courses_v" DROP COLUMN "version_bot_texts_en_short_description";
  ALTER TABLE "_courses_v" DROP COLUMN "version_bot_texts_en_description";
  ALTER TABLE "bots" DROP COLUMN "is_managed";
  ALTER TABLE "bots" DROP COLUMN "owner_telegram_id";
  ALTER TABLE "bots" DROP COLUMN "is_proven";
  ALTER TABLE "bots" DROP COLUMN "is_removing";
  ALTER TABLE "bots" DROP COLUMN "rotate_version";
  DROP TYPE "public"."enum_bot_requests_state";
  DROP TYPE "public"."enum_link_codes_kind";`)
}
