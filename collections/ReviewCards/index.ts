import type { CollectionConfig } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'

/** What the platform bot has shown to a reviewer: a card for a submission, or the digest of what waits. */
export const ReviewCards: CollectionConfig = {
  slug: slugs.reviewCards,
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  timestamps: false,
  lockDocuments: false,
  indexes: [{ fields: ['user', 'subject'], unique: true }],
  fields: [
    { name: 'user', type: 'relationship', relationTo: slugs.users, required: true },
    /** Id of the submission, or `digest`. */
    { name: 'subject', type: 'text', required: true, index: true },
    /** Telegram's, of the message that has the buttons; null: it is to be sent. */
    { name: 'messageId', type: 'number' },
    /** Ids of the messages above it, which show what was handed in: they go when it goes. */
    { name: 'aboveIds', type: 'json' },
    /** What it shows, in a form that can be compared. */
    { name: 'shown', type: 'text' },
    /** Product time. */
    { name: 'sentAt', type: 'date' },
    /** Whether it has to follow what becomes of the submission. */
    { name: 'isOpen', type: 'checkbox', required: true, defaultValue: true },
  ],
}
