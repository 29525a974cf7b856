import type { CollectionConfig } from 'payload'

import { authorOf } from '../../src/access/authorOf.ts'
import { isOwn } from '../../src/access/isOwn.ts'
import { nobody } from '../../src/access/nobody.ts'
import { or } from '../../src/access/or.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

/** A learner on a step, unique per user and step. Never shrinks because an author edited. */
export const Progress: CollectionConfig = {
  slug: slugs.progress,
  labels: { singular: label('label.progress'), plural: label('label.progress') },
  admin: {
    useAsTitle: 'step',
    defaultColumns: ['user', 'course', 'step', 'isCompleted', 'timeSpent', 'completedAt'],
    group: label('label.group.learners'),
    hidden: ({ user }) => user?.role !== 'admin',
  },
  access: {
    create: nobody,
    read: or(authorOf('course.creator'), isOwn('user')),
    update: nobody,
    delete: nobody,
  },
  timestamps: false,
  lockDocuments: false,
  indexes: [{ fields: ['user', 'step'], unique: true }, { fields: ['user', 'course'] }],
  fields: [
    {
      name: 'user',
      type: 'relationship',
      relationTo: slugs.users,
      required: true,
      label: label('label.user'),
    },
    {
      name: 'course',
      type: 'relationship',
      relationTo: slugs.courses,
      required: true,
      label: label('label.course'),
      index: true,
    },
    // Plain ids, no foreign keys: what was learned outlives the step.
    { name: 'step', type: 'text', required: true, label: label('label.step') },
    { name: 'release', type: 'text', required: true, label: label('label.release') },
    {
      name: 'isCompleted',
      type: 'checkbox',
      required: true,
      defaultValue: false,
      label: label('label.isCompleted'),
    },
    { name: 'score', type: 'number', label: label('label.score') },
    {
      name: 'attemptsCount',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: label('label.attemptsCount'),
    },
    { name: 'timeSpent', type: 'number', required: true, defaultValue: 0, label: label('label.timeSpent') },
    { name: 'openedAt', type: 'date', required: true, label: label('label.openedAt') },
    { name: 'completedAt', type: 'date', label: label('label.completedAt') },
  ],
}
