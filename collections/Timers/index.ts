import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../src/access/isAdmin.ts'
import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'
import { timerKinds } from '../../src/lesson/engine/systemEvent.ts'

/**
 * What will happen to a learner at a time. Written by `applyActions` with the state that waits for it, in SQL; the
 * scheduler removes it with what came of it.
 */
export const Timers: CollectionConfig = {
  slug: slugs.timers,
  labels: { singular: label('label.timer'), plural: label('label.timers') },
  admin: {
    defaultColumns: ['kind', 'enrollment', 'dueAt', 'tries'],
    group: label('label.group.operation'),
    hidden: ({ user }) => user?.role !== 'admin',
  },
  access: { create: nobody, read: isAdmin, update: nobody, delete: nobody },
  timestamps: false,
  lockDocuments: false,
  indexes: [
    { fields: ['enrollment', 'kind', 'step', 'attempt'], unique: true },
    { fields: ['course', 'dueAt'] },
  ],
  fields: [
    {
      name: 'enrollment',
      type: 'relationship',
      relationTo: slugs.enrollments,
      required: true,
      label: label('label.enrollment'),
    },
    /** Its id, without a foreign key: writing a timer touches nothing that learners share. */
    { name: 'course', type: 'text', label: label('label.course'), required: true },
    {
      name: 'kind',
      type: 'select',
      label: label('label.timerKind'),
      required: true,
      options: timerKinds.map((kind) => ({ value: kind, label: kind })),
    },
    { name: 'step', type: 'text', label: label('label.step'), required: true },
    { name: 'attempt', type: 'number', label: label('label.attempt'), required: true },
    /** Product time. */
    { name: 'dueAt', type: 'date', label: label('label.dueAt'), required: true, index: true },
    { name: 'tries', type: 'number', label: label('label.tries'), required: true, defaultValue: 0 },
  ],
}
