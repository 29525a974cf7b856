import type { CollectionConfig } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'

/**
 * Somebody who tries a course before it is published, with all that they did in its test. It is no enrollment, so that
 * nothing that counts learners can count it. Its course's bot panel shows and changes it; no API does.
 */
export const Testers: CollectionConfig = {
  slug: slugs.testers,
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  timestamps: false,
  lockDocuments: false,
  indexes: [{ fields: ['course', 'telegramId'], unique: true }],
  fields: [
    { name: 'course', type: 'relationship', relationTo: slugs.courses, required: true },
    { name: 'telegramId', type: 'number', required: true },
    { name: 'name', type: 'text', required: true },
    { name: 'username', type: 'text' },
    /** As Telegram told at their last action. */
    { name: 'languageCode', type: 'text' },
    /** Came as the course's creator, and tests for as long as they are that. */
    { name: 'isCreator', type: 'checkbox', required: true, defaultValue: false },
    { name: 'joinedAt', type: 'date', required: true },
    { name: 'lastActionAt', type: 'date' },
    /** As in `enrollments`. */
    { name: 'state', type: 'json', required: true },
    { name: 'updates', type: 'json', required: true },
  ],
}
