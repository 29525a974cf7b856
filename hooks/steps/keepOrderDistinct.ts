import type { CollectionAfterChangeHook } from 'payload'

import { respaceSteps } from '../../src/operations/courses/respaceSteps.ts'
import { stepOrderField } from '../../src/operations/courses/stepOrderField.ts'
import { idOf } from '../../src/operations/idOf.ts'
import type { Step } from '../../src/payload-types.ts'

/** Two people dragging at once can give two steps the same place; then nothing would fit between them. */
export const keepOrderDistinct: CollectionAfterChangeHook<Step> = async ({ doc, previousDoc, req }) => {
  const hasMoved =
    doc[stepOrderField] !== previousDoc?.[stepOrderField] || doc.deletedAt !== previousDoc?.deletedAt
  // `doc` holds only what the person asked to see again.
  const courseId = idOf(doc.course ?? previousDoc?.course)
  if (hasMoved && courseId !== null) await respaceSteps({ req, courseId })
}
