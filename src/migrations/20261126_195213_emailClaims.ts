import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "email_claims" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid,
  	"email" varchar NOT NULL,
  	"code_hash" varchar NOT NULL,
  	"tries" numeric NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  ALTER TABLE "platform" ADD COLUMN "sealed_login_key" varchar;
  ALTER TABLE "email_claims" ADD CONSTRAINT "email_claims_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "email_claims_user_idx" ON "email_claims" USING btree ("user_id");
  CREATE INDEX "email_claims_expires_at_idx" ON "email_claims" USING btree ("expires_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "email_claims" CASCADE;
  ALTER TABLE "platform" DROP COLUMN "sealed_login_key";`)
}
