import type { Field } from 'payload'

import { nobody } from '../../src/access/nobody.ts'
import { fileKinds } from '../../src/contracts/lessonEvent.ts'
import { submissionFilePurposes, submissionFileStates } from '../../src/contracts/submission.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

/** Written by operations alone. */
const found = { access: { create: nobody, update: nobody }, admin: { readOnly: true } } as const
const hidden = { ...found, admin: { hidden: true } } as const

export const submissionFileFields: Field[] = [
  /** Under which its sender knows it. */
  { name: 'originalName', type: 'text', label: label('label.name'), ...found },
  {
    name: 'kind',
    type: 'select',
    label: label('label.mediaKind'),
    required: true,
    options: fileKinds.map((kind) => ({ value: kind, label: label(`label.sentKind.${kind}`) })),
    ...found,
  },
  {
    name: 'state',
    type: 'select',
    label: label('label.filesState'),
    required: true,
    defaultValue: 'waiting',
    options: submissionFileStates.map((state) => ({
      value: state,
      label: label(`label.fileState.${state}`),
    })),
    ...found,
  },
  { name: 'duration', type: 'number', label: label('label.seconds'), ...found },
  {
    name: 'purpose',
    type: 'select',
    required: true,
    options: submissionFilePurposes.map((purpose) => ({ value: purpose, label: purpose })),
    ...hidden,
  },
  /** Whose learning it belongs to: the one who sent it, or whom the reviewer speaks to. */
  { name: 'user', type: 'relationship', relationTo: slugs.users, required: true, index: true, ...hidden },
  { name: 'course', type: 'relationship', relationTo: slugs.courses, required: true, index: true, ...hidden },
  {
    name: 'enrollment',
    type: 'relationship',
    relationTo: slugs.enrollments,
    required: true,
    index: true,
    ...hidden,
  },
  { name: 'assignment', type: 'relationship', relationTo: slugs.assignments, index: true, ...hidden },
  /** SHA-256 of its bytes. */
  { name: 'hash', type: 'text', ...hidden },
  /** Where Telegram has it: `{ botId, fileId }`. */
  {
    name: 'source',
    type: 'json',
    admin: { hidden: true },
    access: { create: nobody, update: nobody, read: nobody },
  },
]
