import type { CollectionConfig } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'

/**
 * Addresses that people say are theirs, until they bring the code that was sent there: an account has no such address,
 * and is not found by it. Written in SQL. All times are real time.
 */
export const EmailClaims: CollectionConfig = {
  slug: slugs.emailClaims,
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  timestamps: false,
  lockDocuments: false,
  fields: [
    /** Each has one at most; a claim whose account is gone is good for nothing. */
    { name: 'user', type: 'relationship', relationTo: slugs.users, unique: true },
    { name: 'email', type: 'text', required: true },
    /** Of the code, with a key of ours: it is too short for a hash alone. */
    { name: 'codeHash', type: 'text', required: true },
    { name: 'tries', type: 'number', required: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}
