import type { CollectionConfig } from 'payload'

import { isOwn } from '../../src/access/isOwn.ts'
import { nobody } from '../../src/access/nobody.ts'
import { or } from '../../src/access/or.ts'
import { reviewerOf } from '../../src/access/reviewerOf.ts'
import { learnerEndpoints } from '../../src/endpoints/learners/index.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

const enrollmentStatuses = ['invited', 'active', 'completed'] as const

/**
 * A learner in a course. Written by `applyActions` alone, in SQL: it is the row that is locked while a
 * learner acts, so it has no index on anything that changes with an action (its updates stay cheap).
 */
export const Enrollments: CollectionConfig = {
  slug: slugs.enrollments,
  labels: { singular: label('label.enrollment'), plural: label('label.enrollments') },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'learnerName',
    defaultColumns: ['learnerName', 'course', 'status', 'progressPercent', 'lastActionAt'],
    group: label('label.group.learners'),
    // Whoever learns and is let in here is a mentor.
    hidden: ({ user }) => user?.role === 'moderator',
  },
  access: {
    create: nobody,
    read: or(reviewerOf('course'), isOwn('user')),
    update: nobody,
    delete: nobody,
  },
  timestamps: false,
  lockDocuments: false,
  indexes: [{ fields: ['course', 'user'], unique: true }],
  defaultSort: '-enrolledAt',
  endpoints: learnerEndpoints,
  fields: [
    {
      name: 'user',
      type: 'relationship',
      relationTo: slugs.users,
      required: true,
      label: label('label.user'),
      index: true,
    },
    { name: 'learnerName', type: 'text', label: label('label.learner'), required: true },
    {
      name: 'course',
      type: 'relationship',
      relationTo: slugs.courses,
      required: true,
      label: label('label.course'),
    },
    {
      name: 'status',
      type: 'select',
      label: label('label.status'),
      required: true,
      defaultValue: 'invited',
      options: enrollmentStatuses.map((status) => ({
        value: status,
        label: label(`label.enrollmentStatus.${status}`),
      })),
    },
    {
      name: 'progressPercent',
      type: 'number',
      label: label('label.progressPercent'),
      required: true,
      defaultValue: 0,
    },
    {
      name: 'isBlocked',
      type: 'checkbox',
      label: label('label.isBlocked'),
      required: true,
      defaultValue: false,
    },
    { name: 'enrolledAt', type: 'date', label: label('label.enrolledAt'), required: true, index: true },
    { name: 'lastActionAt', type: 'date', label: label('label.lastActionAt') },
    { name: 'completedAt', type: 'date', label: label('label.completedAt') },
    { name: 'startPayload', type: 'text', label: label('label.startPayload') },
    {
      name: 'learnerSteps',
      type: 'ui',
      admin: { components: { Field: '/admin/LearnerSteps/LearnerSteps.tsx#LearnerSteps' } },
    },
    /** The engine's `LearnerState`. */
    { name: 'state', type: 'json', required: true, admin: { hidden: true }, access: { read: nobody } },
    /** The last 64 updates `{ id, effects? }`, oldest first; effects stay until they are known to be sent. */
    { name: 'updates', type: 'json', required: true, admin: { hidden: true }, access: { read: nobody } },
  ],
}
