import type { CollectionConfig } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'

/** What calls of the platform API that carried an Idempotency-Key were answered, for a day. Written in SQL. */
export const IdempotencyKeys: CollectionConfig = {
  slug: slugs.idempotencyKeys,
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  timestamps: false,
  lockDocuments: false,
  indexes: [{ fields: ['userId', 'operation', 'key'], unique: true }],
  fields: [
    /** Without a foreign key: it goes within a day. */
    { name: 'userId', type: 'text', required: true },
    { name: 'operation', type: 'text', required: true },
    { name: 'key', type: 'text', required: true },
    /** SHA-256 of what was asked for. */
    { name: 'requestHash', type: 'text', required: true },
    { name: 'answer', type: 'json' },
    /** Real time, like the life of all keys. */
    { name: 'createdAt', type: 'date', required: true, index: true },
  ],
}
