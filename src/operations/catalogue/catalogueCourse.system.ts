import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import type { ReleaseContent } from '../../releases/buildReleaseContent.ts'
import type { Offer } from '../../releases/offerOf.ts'
import { boundSql } from '../boundSql.ts'
import { transactionOf } from '../transactionOf.ts'
import { describeEntry } from './describeEntry.ts'
import { writeEntries } from './writeEntries.ts'

/**
 * Puts a published course into the catalogue, or what it has become in place of what it was, in the request's
 * transaction. One that is not to be shown has its entry too, for when it is: what its author changes in the meantime is
 * not for others to see.
 */
export const catalogueCourse = async (
  req: PayloadRequest,
  offer: Offer,
  release: { id: string; content: Omit<ReleaseContent, 'isProtected'> },
): Promise<void> => {
  const db = await transactionOf(req)
  const entries = JSON.stringify([describeEntry(offer, release)])
  await db.execute(boundSql(writeEntries, [entries, nowIso()]))
}
