import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "courses" ADD COLUMN "time_zone" varchar;
  ALTER TABLE "_courses_v" ADD COLUMN "version_time_zone" varchar;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "courses" DROP COLUMN "time_zone";
  ALTER TABLE "_courses_v" DROP COLUMN "version_time_zone";`)
}
