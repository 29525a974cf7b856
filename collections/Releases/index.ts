import type { CollectionConfig } from 'payload'

import { editorOf } from '../../src/access/editorOf.ts'
import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

/**
 * An immutable, numbered state of a course: the only thing that learners ever see. Made by `publishCourse`; those that
 * `startTest` makes have no number, and testers alone see them.
 */
export const Releases: CollectionConfig = {
  slug: slugs.releases,
  labels: { singular: label('label.release'), plural: label('label.releases') },
  admin: {
    useAsTitle: 'number',
    defaultColumns: ['course', 'number', 'isPreview', 'stepsCount', 'publishedBy', 'createdAt'],
    group: label('label.group.teaching'),
    hidden: ({ user }) => user?.role !== 'admin',
  },
  access: { create: nobody, read: editorOf('course'), update: nobody, delete: nobody },
  lockDocuments: false,
  indexes: [{ fields: ['course', 'number'], unique: true }],
  fields: [
    {
      name: 'course',
      type: 'relationship',
      relationTo: slugs.courses,
      required: true,
      label: label('label.course'),
    },
    { name: 'number', type: 'number', min: 1, label: label('label.releaseNumber') },
    {
      name: 'isPreview',
      type: 'checkbox',
      required: true,
      defaultValue: false,
      label: label('label.isPreview'),
    },
    { name: 'stepsCount', type: 'number', required: true, label: label('label.steps') },
    { name: 'publishedBy', type: 'relationship', relationTo: slugs.users, label: label('label.publishedBy') },
    /** SHA-256 of the content: publishing what has not changed makes no new release. */
    { name: 'contentHash', type: 'text', required: true, admin: { readOnly: true } },
    /** The engine's `Release`, without its id and number. */
    { name: 'content', type: 'json', required: true, admin: { hidden: true } },
  ],
}
