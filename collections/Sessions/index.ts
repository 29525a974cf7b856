import type { CollectionConfig } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'

/**
 * Who is signed in at the platform API. Written in SQL; people see and end theirs by the API. All times are real time.
 */
export const Sessions: CollectionConfig = {
  slug: slugs.sessions,
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  timestamps: false,
  lockDocuments: false,
  fields: [
    /** A session whose account is gone is good for nothing. */
    { name: 'user', type: 'relationship', relationTo: slugs.users, index: true },
    /** The course at whose bot it was opened, without a foreign key: it is good for that one alone. */
    { name: 'courseId', type: 'text' },
    /** SHA-256 of the refresh token that is good now, and how many there were before it. */
    { name: 'refreshHash', type: 'text', required: true },
    { name: 'generation', type: 'number', required: true },
    { name: 'device', type: 'text' },
    { name: 'createdAt', type: 'date', required: true },
    { name: 'lastUsedAt', type: 'date', required: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
    { name: 'revokedAt', type: 'date' },
  ],
}
