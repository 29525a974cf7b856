import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_media_kind" AS ENUM('image', 'animation', 'video', 'audio', 'voice', 'file');
  CREATE TYPE "public"."enum_bots_rendering" AS ENUM('auto', 'rich', 'classic');
  ALTER TABLE "courses" ADD COLUMN "is_protected" boolean DEFAULT false;
  ALTER TABLE "_courses_v" ADD COLUMN "version_is_protected" boolean DEFAULT false;
  ALTER TABLE "media" ADD COLUMN "original_name" varchar;
  ALTER TABLE "media" ADD COLUMN "kind" "enum_media_kind";
  ALTER TABLE "media" ADD COLUMN "duration" numeric;
  ALTER TABLE "media" ADD COLUMN "hash" varchar;
  ALTER TABLE "media" ADD COLUMN "prefix" varchar DEFAULT '';
  ALTER TABLE "media" ADD COLUMN "_objectkey" varchar;
  ALTER TABLE "bots" ADD COLUMN "rendering" "enum_bots_rendering" DEFAULT 'auto' NOT NULL;
  ALTER TABLE "bots" ADD COLUMN "rich_refused_at" timestamp(3) with time zone;
  CREATE INDEX "media_kind_idx" ON "media" USING btree ("kind");

  -- What bots have uploaded: a file_id is good for one bot of Telegram's and one form of the file.
  CREATE TABLE bot_files (
    telegram_bot_id bigint NOT NULL,
    hash text NOT NULL,
    form text NOT NULL,
    file_id text NOT NULL,
    PRIMARY KEY (telegram_bot_id, hash, form)
  );
  -- Whether a release names a file is asked before the file is replaced or deleted.
  CREATE INDEX releases_media ON releases USING gin ((content->'media'));`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE bot_files;
  DROP INDEX releases_media;
  DROP INDEX "media_kind_idx";
  ALTER TABLE "courses" DROP COLUMN "is_protected";
  ALTER TABLE "_courses_v" DROP COLUMN "version_is_protected";
  ALTER TABLE "media" DROP COLUMN "original_name";
  ALTER TABLE "media" DROP COLUMN "kind";
  ALTER TABLE "media" DROP COLUMN "duration";
  ALTER TABLE "media" DROP COLUMN "hash";
  ALTER TABLE "media" DROP COLUMN "prefix";
  ALTER TABLE "media" DROP COLUMN "_objectkey";
  ALTER TABLE "bots" DROP COLUMN "rendering";
  ALTER TABLE "bots" DROP COLUMN "rich_refused_at";
  DROP TYPE "public"."enum_media_kind";
  DROP TYPE "public"."enum_bots_rendering";`)
}
