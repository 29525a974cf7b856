import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import type { FarewellsBackRequest } from '../../contracts/farewell.ts'
import { isUuid } from '../isUuid.ts'
import { inTransaction } from '../inTransaction.ts'
import { transactionOf } from '../transactionOf.ts'

/** Of the last lot, whoever comes after `after` was not told and is to be taken again; not when more were taken since. */
export const giveFarewellsBack = async (options: {
  req: PayloadRequest
  botId: string
  request: FarewellsBackRequest
}): Promise<void> => {
  const { req, botId } = options
  const { taken, after } = options.request
  if (!isUuid(botId)) return
  await inTransaction(req, async () => {
    const db = await transactionOf(req)
    await db.execute(sql`
      UPDATE bots SET farewell_cursor = ${after} WHERE id = ${botId}::uuid AND farewell_cursor = ${taken}`)
  })
}
