import type { Field } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { notOfSelf } from '../../src/access/notOfSelf.ts'
import { filesStates, submissionStatuses } from '../../src/contracts/submission.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

/** What reviewers keep to themselves. */
const reviewersOnly = { access: { read: notOfSelf } } as const
const hidden = { hidden: true } as const

const submitted: Field[] = [
  { name: 'learnerName', type: 'text', label: label('label.learner'), required: true },
  /** As it was called when this was handed in. */
  { name: 'stepTitle', type: 'text', label: label('label.step'), required: true },
  {
    name: 'course',
    type: 'relationship',
    relationTo: slugs.courses,
    required: true,
    label: label('label.course'),
  },
  // Plain ids, no foreign keys: what was handed in outlives the step.
  { name: 'step', type: 'text', required: true, index: true, admin: hidden },
  { name: 'release', type: 'text', required: true, admin: hidden },
  {
    name: 'enrollment',
    type: 'relationship',
    relationTo: slugs.enrollments,
    required: true,
    admin: hidden,
  },
  {
    name: 'user',
    type: 'relationship',
    relationTo: slugs.users,
    required: true,
    index: true,
    admin: hidden,
  },
  { name: 'attempt', type: 'number', label: label('label.attempt'), required: true },
  /** The texts of all its messages. */
  { name: 'content', type: 'textarea', label: label('label.submissionContent') },
  /** `SubmissionItem`s: its messages in their order. */
  { name: 'items', type: 'json', required: true, admin: hidden },
  {
    name: 'filesState',
    type: 'select',
    label: label('label.filesState'),
    required: true,
    defaultValue: 'waiting',
    options: filesStates.map((state) => ({ value: state, label: label(`label.filesState.${state}`) })),
  },
  { name: 'isLate', type: 'checkbox', label: label('label.isLate'), required: true, defaultValue: false },
  { name: 'submittedAt', type: 'date', label: label('label.submittedAt'), required: true },
]

const decided: Field[] = [
  {
    name: 'status',
    type: 'select',
    label: label('label.status'),
    required: true,
    defaultValue: 'pending',
    index: true,
    options: submissionStatuses.map((status) => ({
      value: status,
      label: label(`label.submissionStatus.${status}`),
    })),
  },
  { name: 'teacherComment', type: 'textarea', label: label('label.teacherComment') },
  { name: 'score', type: 'number', label: label('label.score') },
  /** null: it is passed or not, without points. */
  { name: 'maxScore', type: 'number', label: label('label.maxScore') },
  {
    name: 'feedbackVoice',
    type: 'relationship',
    relationTo: slugs.submissionFiles,
    label: label('label.feedbackVoice'),
  },
  /** null with a decision: the step's own setting decided. */
  { name: 'reviewedBy', type: 'relationship', relationTo: slugs.users, label: label('label.reviewedBy') },
  { name: 'reviewedAt', type: 'date', label: label('label.reviewedAt') },
  {
    name: 'claimedBy',
    type: 'relationship',
    relationTo: slugs.users,
    label: label('label.claimedBy'),
    ...reviewersOnly,
  },
  { name: 'claimedUntil', type: 'date', label: label('label.claimedUntil'), ...reviewersOnly },
  /** What became of it, oldest first: `{ at, action, by, … }`. Entries are only ever added. */
  { name: 'history', type: 'json', required: true, defaultValue: [], admin: hidden, ...reviewersOnly },
]

/** Written by operations alone. */
export const assignmentFields: Field[] = [...submitted, ...decided].map((field) => ({
  ...field,
  admin: { readOnly: true, ...field.admin },
  access: { create: nobody, update: nobody, ...('access' in field ? field.access : {}) },
})) as Field[]
