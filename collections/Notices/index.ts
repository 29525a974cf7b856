import type { CollectionConfig } from 'payload'

import { editorOf } from '../../src/access/editorOf.ts'
import { isAdminField } from '../../src/access/isAdminField.ts'
import { nobody } from '../../src/access/nobody.ts'
import { noticeKinds, noticeReasons, noticeStatuses } from '../../src/contracts/notice.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

/**
 * What a learner is told of our own accord: that steps have opened, that they were away for long. Written by
 * `applyActions` alone, in SQL; sent once at most, so one whose sending was cut off stays `uncertain`.
 */
export const Notices: CollectionConfig = {
  slug: slugs.notices,
  labels: { singular: label('label.notice'), plural: label('label.notices') },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'learnerName',
    defaultColumns: ['kind', 'learnerName', 'course', 'status', 'reason', 'dueAt'],
    group: label('label.group.learners'),
    hidden: ({ user }) => !['creator', 'admin'].includes(String(user?.role)),
  },
  access: { create: nobody, read: editorOf('course'), update: nobody, delete: nobody },
  timestamps: false,
  lockDocuments: false,
  indexes: [{ fields: ['enrollment', 'kind', 'key'], unique: true }],
  defaultSort: '-dueAt',
  fields: [
    {
      name: 'kind',
      type: 'select',
      label: label('label.noticeKind'),
      required: true,
      options: noticeKinds.map((value) => ({ value, label: label(`label.noticeKind.${value}`) })),
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
      name: 'enrollment',
      type: 'relationship',
      relationTo: slugs.enrollments,
      required: true,
      label: label('label.enrollment'),
      admin: { hidden: true },
    },
    {
      name: 'status',
      type: 'select',
      label: label('label.status'),
      required: true,
      index: true,
      options: noticeStatuses.map((value) => ({ value, label: label(`label.noticeStatus.${value}`) })),
    },
    {
      name: 'reason',
      type: 'select',
      label: label('label.reason'),
      options: noticeReasons.map((value) => ({ value, label: label(`label.noticeReason.${value}`) })),
    },
    /** In Telegram's own words. */
    { name: 'detail', type: 'text', label: label('label.telegramSaid') },
    /** Product time, as are all others here. */
    { name: 'createdAt', type: 'date', label: label('label.createdAt'), required: true },
    { name: 'dueAt', type: 'date', label: label('label.dueAt'), required: true, index: true },
    { name: 'claimedAt', type: 'date', label: label('label.claimedAt') },
    { name: 'sentAt', type: 'date', label: label('label.sentAt') },
    { name: 'key', type: 'text', admin: { hidden: true } },
    /** A `LessonEffect`. */
    {
      name: 'effect',
      type: 'json',
      required: true,
      admin: { hidden: true },
      access: { read: isAdminField },
    },
  ],
}
