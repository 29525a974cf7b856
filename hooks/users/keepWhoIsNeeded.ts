import type { CollectionBeforeDeleteHook } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { notDeletable } from '../../src/errors/notDeletable.ts'

/** Whoever made or takes courses is deactivated, never deleted: others' courses and numbers hang on them. */
export const keepWhoIsNeeded: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const count = async (collection: 'courses' | 'enrollments' | 'media', field: string) =>
    (await req.payload.count({ collection, where: { [field]: { equals: id } }, req })).totalDocs
  const made = (await count(slugs.courses, 'creator')) + (await count(slugs.media, 'creator'))
  const taken = await count(slugs.enrollments, 'user')
  if (made + taken > 0) throw notDeletable({ req, code: 'userIsNeeded', details: { made, taken } })
}
