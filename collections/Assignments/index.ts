import type { CollectionConfig } from 'payload'

import { isOwn } from '../../src/access/isOwn.ts'
import { nobody } from '../../src/access/nobody.ts'
import { or } from '../../src/access/or.ts'
import { reviewerOf } from '../../src/access/reviewerOf.ts'
import { assignmentEndpoints } from '../../src/endpoints/assignments/index.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'
import { assignmentFields } from './fields.ts'

/**
 * What a learner has handed in: a numbered attempt, whose content never changes. Made by `applyActions`, decided
 * by the operations of reviewers.
 */
export const Assignments: CollectionConfig = {
  slug: slugs.assignments,
  labels: { singular: label('label.submission'), plural: label('label.submissions') },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'stepTitle',
    defaultColumns: ['learnerName', 'course', 'stepTitle', 'attempt', 'status', 'submittedAt'],
    group: label('label.group.learners'),
    hidden: ({ user }) => !['creator', 'admin'].includes(String(user?.role)),
  },
  access: {
    create: nobody,
    read: or(reviewerOf('course'), isOwn('user')),
    update: nobody,
    delete: nobody,
  },
  endpoints: assignmentEndpoints,
  timestamps: false,
  disableDuplicate: true,
  lockDocuments: false,
  defaultSort: '-submittedAt',
  indexes: [
    { fields: ['enrollment', 'step', 'attempt'], unique: true },
    { fields: ['course', 'status', 'submittedAt'] },
  ],
  fields: assignmentFields,
}
