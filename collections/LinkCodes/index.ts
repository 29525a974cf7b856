import type { CollectionConfig } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { teamRoles } from '../../src/contracts/team.ts'

const linkCodeKinds = ['account', 'ownership', 'test', 'team'] as const

/** Codes that stand in `/start` links: for one use, but those of a test, which let several in. Only their hashes are kept. */
export const LinkCodes: CollectionConfig = {
  slug: slugs.linkCodes,
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  lockDocuments: false,
  fields: [
    { name: 'kind', type: 'select', required: true, options: [...linkCodeKinds] },
    { name: 'hash', type: 'text', required: true, unique: true },
    /** Whose code it is; a code whose account is gone is good for nothing. */
    { name: 'user', type: 'relationship', relationTo: slugs.users, index: true },
    /** With `ownership`: of which bot of which course; with `test`: of which course. */
    { name: 'course', type: 'relationship', relationTo: slugs.courses, index: true },
    { name: 'telegramBotId', type: 'number' },
    /** With kind `team`: as what whoever opens the link joins the course. */
    { name: 'teamRole', type: 'select', options: [...teamRoles] },
    /** Product time, as all that people are told of it. */
    { name: 'expiresAt', type: 'date', required: true, index: true },
    { name: 'usedAt', type: 'date' },
    { name: 'usedBy', type: 'number' },
  ],
}
