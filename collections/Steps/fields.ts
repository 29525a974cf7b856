import type { Field } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { readOrderIndex } from '../../hooks/steps/readOrderIndex.ts'
import { label } from '../../src/i18n/label.ts'
import { assignmentFields } from './assignmentFields.ts'
import { dripField } from './dripField.ts'
import { lessonEditor } from './lessonEditor.ts'
import { quizFields } from './quiz/quizFields.ts'
import { unlockField } from './unlockField.ts'
import { videoFields } from './videoFields.ts'

const sidebar = { position: 'sidebar' } as const

const stepTypes = ['text', 'video', 'quiz', 'assignment'] as const

export const stepFields: Field[] = [
  { name: 'title', type: 'text', label: label('label.title'), required: true, maxLength: 200 },
  {
    name: 'content',
    type: 'richText',
    label: label('label.content'),
    editor: lessonEditor,
    admin: {
      components: {
        beforeInput: [
          { path: '/admin/FieldAnchor/FieldAnchor.tsx#FieldAnchor', clientProps: { path: 'content' } },
        ],
      },
    },
  },
  ...videoFields,
  quizFields,
  assignmentFields,
  unlockField,
  dripField,
  {
    name: 'description',
    type: 'textarea',
    label: label('label.stepDescription'),
    maxLength: 1000,
    admin: { description: label('hint.stepDescription') },
  },
  {
    name: 'course',
    type: 'relationship',
    label: label('label.course'),
    relationTo: slugs.courses,
    required: true,
    index: true,
    admin: { ...sidebar, allowCreate: false },
  },
  {
    name: 'stepType',
    type: 'select',
    label: label('label.stepType'),
    required: true,
    defaultValue: 'text',
    options: stepTypes.map((type) => ({ value: type, label: label(`label.stepType.${type}`) })),
    admin: sidebar,
  },
  {
    name: 'orderIndex',
    type: 'number',
    label: label('label.orderIndex'),
    virtual: true,
    access: { create: () => false, update: () => false },
    admin: { ...sidebar, readOnly: true, condition: (data) => typeof data?.orderIndex === 'number' },
    hooks: { afterRead: [readOrderIndex] },
  },
  { name: 'section', type: 'text', label: label('label.section'), maxLength: 100, admin: sidebar },
  {
    name: 'isRequired',
    type: 'checkbox',
    label: label('label.isRequired'),
    defaultValue: true,
    admin: sidebar,
  },
  {
    name: 'estimatedDuration',
    type: 'number',
    label: label('label.minutes'),
    min: 1,
    max: 10_000,
    admin: { ...sidebar, step: 1 },
  },
  { name: 'isPaid', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
  { name: 'stepPrice', type: 'number', min: 0, admin: { hidden: true } },
  { name: 'stepPriceStars', type: 'number', min: 1, max: 10_000, admin: { hidden: true } },
  /** Of an imported step: its place in the source, and a hash of what was taken from there. */
  { name: 'importKey', type: 'text', admin: { hidden: true } },
  { name: 'importHash', type: 'text', admin: { hidden: true } },
]
