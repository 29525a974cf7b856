import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "courses" ADD COLUMN "import_name" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_import_name" varchar;
  ALTER TABLE "steps" ADD COLUMN "import_key" varchar;
  ALTER TABLE "steps" ADD COLUMN "import_hash" varchar;
  ALTER TABLE "_steps_v" ADD COLUMN "version_import_key" varchar;
  ALTER TABLE "_steps_v" ADD COLUMN "version_import_hash" varchar;
  ALTER TABLE "media" ADD COLUMN "source_hash" varchar;
  CREATE INDEX "media_source_hash_idx" ON "media" USING btree ("source_hash");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "media_source_hash_idx";
  ALTER TABLE "courses" DROP COLUMN "import_name";
  ALTER TABLE "_courses_v" DROP COLUMN "version_import_name";
  ALTER TABLE "steps" DROP COLUMN "import_key";
  ALTER TABLE "steps" DROP COLUMN "import_hash";
  ALTER TABLE "_steps_v" DROP COLUMN "version_import_key";
  ALTER TABLE "_steps_v" DROP COLUMN "version_import_hash";
  ALTER TABLE "media" DROP COLUMN "source_hash";`)
}
