import type { CollectionConfig } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { teamRoles } from '../../src/contracts/team.ts'

/**
 * Who is asked to join a course, by address. Whether there is such an account the one who invites learns only when it
 * has accepted.
 */
export const TeamInvites: CollectionConfig = {
  slug: slugs.teamInvites,
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  lockDocuments: false,
  indexes: [{ fields: ['course', 'email'], unique: true }],
  fields: [
    { name: 'course', type: 'relationship', relationTo: slugs.courses, required: true, index: true },
    /** In small letters, as accounts have it. */
    { name: 'email', type: 'text', required: true, index: true, maxLength: 320 },
    { name: 'role', type: 'select', required: true, options: [...teamRoles] },
    { name: 'invitedBy', type: 'relationship', relationTo: slugs.users },
    /** Product time. */
    { name: 'invitedAt', type: 'date', required: true },
  ],
}
