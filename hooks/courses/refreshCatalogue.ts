import type { CollectionAfterChangeHook } from 'payload'

import { refreshEntry } from '../../src/operations/catalogue/refreshEntry.system.ts'
import { idOf } from '../../src/operations/idOf.ts'
import type { Course } from '../../src/payload-types.ts'

/** Whether a course is in the catalogue depends on these; what it is there, on publishing alone. */
const standing = ({ isListed, isPublished, isArchived, creator }: Course) =>
  JSON.stringify([isListed, isPublished, isArchived, idOf(creator)])

/** Whatever path changes them: the catalogue follows in the same transaction. Publishing writes more, and by itself. */
export const refreshCatalogue: CollectionAfterChangeHook<Course> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update' || standing(doc) === standing(previousDoc)) return
  if (!doc.isPublished || previousDoc.isPublished) await refreshEntry(req, doc.id)
}
