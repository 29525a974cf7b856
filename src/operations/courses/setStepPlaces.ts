import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { generateNKeysBetween } from 'payload/shared'

import { transactionOf } from '../transactionOf.ts'
import { stepOrderField } from './stepOrderField.ts'

/** Gives steps of a locked course their places, in this order. */
export const setStepPlaces = async (req: PayloadRequest, stepIds: readonly string[]): Promise<void> => {
  const db = await transactionOf(req)
  const places = generateNKeysBetween(null, null, stepIds.length)
  const rows = stepIds.map((id, index) => ({ id, place: places[index] }))
  await db.execute(sql`
    UPDATE steps s SET ${sql.identifier(stepOrderField)} = k.place
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS k(id uuid, place text) WHERE s.id = k.id`)
}
