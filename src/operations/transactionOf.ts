import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

type Drizzle = PostgresAdapter['drizzle']

/** Drizzle inside the request's transaction, or outside of any when the request has none. */
export const transactionOf = async (req: PayloadRequest): Promise<Drizzle> => {
  const id = await req.transactionID
  const session = id === undefined || id === null ? undefined : req.payload.db.sessions?.[id]
  return (session?.db as Drizzle | undefined) ?? req.payload.db.drizzle
}
