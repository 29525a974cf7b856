import type { Field, TextFieldSingleValidation } from 'payload'

import { categories, courseLanguages } from '../../src/contracts/courseOptions.ts'
import { isTimeZone } from '../../src/contracts/learnerSettings.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { readEnv } from '../../src/env.ts'
import { label } from '../../src/i18n/label.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'
import { botTextsField } from './botTextsField.ts'
import { dripField } from './dripField.ts'
import { ownTextsField } from './ownTextsField.ts'
import { remindersField } from './remindersField.ts'
import { priceFields } from './priceFields.ts'
import { systemFields } from './systemFields.ts'
import { thumbnailField } from './thumbnailField.ts'

const requireTimeZone: TextFieldSingleValidation = (value, { req }) =>
  !value || isTimeZone(value) || translate(localeFrom(req.i18n.language), 'error.timeZoneUnknown')

const content: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: label('label.title'),
    required: true,
    maxLength: 200,
  },
  {
    name: 'description',
    type: 'textarea',
    label: label('label.description'),
    maxLength: 2000,
    admin: { description: label('hint.courseDescription') },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'category',
        type: 'select',
        label: label('label.category'),
        options: categories.map((category) => ({
          value: category,
          label: label(`label.category.${category}`),
        })),
      },
      {
        name: 'language',
        type: 'select',
        label: label('label.courseLanguage'),
        required: true,
        defaultValue: 'ru',
        options: courseLanguages.map(([value, name]) => ({ value, label: name })),
      },
    ],
  },
  {
    name: 'steps',
    type: 'join',
    label: label('label.steps'),
    collection: slugs.steps,
    on: 'course',
    orderable: true,
    defaultLimit: 200,
    maxDepth: 1,
    admin: {
      allowCreate: true,
      defaultColumns: ['title', 'section', 'stepType', 'isRequired'],
      condition: (_data, _sibling, { operation }) => operation === 'update',
    },
  },
]

const about: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'difficultyLevel',
        type: 'number',
        label: label('label.difficulty'),
        min: 1,
        max: 5,
        defaultValue: 1,
        admin: { step: 1 },
      },
      {
        name: 'estimatedDuration',
        type: 'number',
        label: label('label.minutes'),
        min: 1,
        max: 100_000,
        admin: { step: 1 },
      },
    ],
  },
  { name: 'tags', type: 'text', label: label('label.tags'), hasMany: true, maxRows: 20, maxLength: 40 },
  thumbnailField,
  {
    name: 'timeZone',
    type: 'text',
    label: label('label.timeZone.course'),
    maxLength: 64,
    defaultValue: () => readEnv().TIME_ZONE,
    validate: requireTimeZone,
    admin: {
      description: label('hint.timeZone.course'),
      components: { Field: '/admin/TimeZoneField/TimeZoneField.tsx#TimeZoneField' },
    },
  },
  botTextsField,
  {
    name: 'isListed',
    type: 'checkbox',
    label: label('label.isListed'),
    defaultValue: true,
    admin: { description: label('hint.isListed') },
  },
  {
    name: 'isProtected',
    type: 'checkbox',
    label: label('label.isProtected'),
    defaultValue: false,
    admin: { description: label('hint.isProtected') },
  },
]

export const courseFields: Field[] = [
  {
    type: 'tabs',
    tabs: [
      { label: label('label.tab.content'), fields: content },
      { label: label('label.tab.schedule'), fields: [dripField] },
      { label: label('label.tab.about'), fields: about },
      { label: label('label.tab.texts'), fields: [ownTextsField] },
      { label: label('label.tab.reminders'), fields: [remindersField] },
      { label: label('label.tab.money'), fields: priceFields },
    ],
  },
  ...systemFields,
]
