import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_audit_events_act" AS ENUM('signedIn', 'sessionEnded', 'sessionFamilyRevoked', 'accountCreated', 'accountDeleted', 'accountActivated', 'accountDeactivated', 'roleChanged', 'planChanged', 'passwordChanged', 'emailChanged', 'emailConfirmed', 'telegramLinked', 'telegramUnlinked', 'botAttached', 'botRotationAsked', 'botTokenReplaced', 'botRemoved', 'coursePublished', 'courseUnpublished', 'courseArchived', 'courseRestored', 'courseTransferred', 'courseDeleted', 'memberJoined', 'memberRemoved', 'stepOverridden', 'learnerExported', 'learnerErased', 'reviewedInBulk');
  CREATE TABLE "audit_events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"act" "enum_audit_events_act" NOT NULL,
  	"actor_id" varchar,
  	"actor_role" varchar,
  	"on_collection" varchar NOT NULL,
  	"document_id" varchar NOT NULL,
  	"request_id" varchar,
  	"details" jsonb
  );
  
  CREATE INDEX "audit_events_at_idx" ON "audit_events" USING btree ("at");
  CREATE INDEX "audit_events_actor_id_idx" ON "audit_events" USING btree ("actor_id");
  CREATE INDEX "audit_events_document_id_idx" ON "audit_events" USING btree ("document_id");
  CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the audit log is only added to' USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER audit_events_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "audit_events" CASCADE;
  DROP TYPE "public"."enum_audit_events_act";
  DROP FUNCTION refuse_audit_change();`)
}
