import type { CollectionConfig } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { reviewVerdicts } from '../../src/contracts/review.ts'
import { slugs } from '../../src/contracts/slugs.ts'

/** What a reviewer's next message to the platform bot decides. One at most for each: the newest question counts. */
export const ReviewPrompts: CollectionConfig = {
  slug: slugs.reviewPrompts,
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  timestamps: false,
  lockDocuments: false,
  fields: [
    { name: 'user', type: 'relationship', relationTo: slugs.users, required: true, unique: true },
    /** Id of the submission. */
    { name: 'submission', type: 'text', required: true },
    { name: 'verdict', type: 'select', required: true, options: [...reviewVerdicts] },
    /** Product time. */
    { name: 'expiresAt', type: 'date', required: true },
  ],
}
