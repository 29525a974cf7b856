import type { CollectionConfig } from 'payload'

import { editorOf } from '../../src/access/editorOf.ts'
import { isOwn } from '../../src/access/isOwn.ts'
import { nobody } from '../../src/access/nobody.ts'
import { or } from '../../src/access/or.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

/**
 * What a learner thinks of a course, once per learner and course. Written by `applyActions` alone, in SQL. Comments are
 * for the course's authors; what everybody sees is the average, `courses.rating`.
 */
export const Ratings: CollectionConfig = {
  slug: slugs.ratings,
  labels: { singular: label('label.rating'), plural: label('label.ratings') },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'learnerName',
    defaultColumns: ['stars', 'comment', 'learnerName', 'course', 'changedAt'],
    group: label('label.group.learners'),
    hidden: ({ user }) => !['creator', 'admin'].includes(String(user?.role)),
  },
  access: {
    create: nobody,
    read: or(editorOf('course'), isOwn('user')),
    update: nobody,
    delete: nobody,
  },
  timestamps: false,
  lockDocuments: false,
  indexes: [{ fields: ['course', 'user'], unique: true }],
  defaultSort: '-changedAt',
  fields: [
    {
      name: 'course',
      type: 'relationship',
      relationTo: slugs.courses,
      required: true,
      label: label('label.course'),
    },
    {
      name: 'user',
      type: 'relationship',
      relationTo: slugs.users,
      required: true,
      index: true,
      label: label('label.user'),
      admin: { hidden: true },
    },
    { name: 'learnerName', type: 'text', label: label('label.learner'), required: true },
    { name: 'stars', type: 'number', label: label('label.stars'), required: true, min: 1, max: 5 },
    { name: 'comment', type: 'textarea', label: label('label.comment') },
    { name: 'changedAt', type: 'date', label: label('label.changedAt'), required: true, index: true },
  ],
}
