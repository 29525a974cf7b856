import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "plan_customers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid,
  	"customer_id" varchar NOT NULL,
  	"asked" numeric DEFAULT 0 NOT NULL,
  	"written" numeric DEFAULT 0 NOT NULL
  );
  
  ALTER TABLE "plan_customers" ADD CONSTRAINT "plan_customers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "plan_customers_user_idx" ON "plan_customers" USING btree ("user_id");
  CREATE UNIQUE INDEX "plan_customers_customer_id_idx" ON "plan_customers" USING btree ("customer_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "plan_customers" CASCADE;`)
}
