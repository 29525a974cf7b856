import type { Field, NumberFieldSingleValidation, TextFieldSingleValidation } from 'payload'

import { isAdminField } from '../../src/access/isAdminField.ts'
import { nobody } from '../../src/access/nobody.ts'
import { isTimeZone } from '../../src/contracts/learnerSettings.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { readEnv } from '../../src/env.ts'
import { label } from '../../src/i18n/label.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'
import { botTextsField } from './botTextsField.ts'
import { dripField } from './dripField.ts'
import { ownTextsField } from './ownTextsField.ts'
import { remindersField } from './remindersField.ts'
import { thumbnailField } from './thumbnailField.ts'
import {
  categories,
  courseLanguages,
  isCurrency,
  isPrice,
  pricingModels,
} from '../../src/contracts/courseOptions.ts'

/** Set by operations alone. */
const systemOnly = { create: nobody, update: nobody }
const requireTimeZone: TextFieldSingleValidation = (value, { req }) =>
  !value || isTimeZone(value) || translate(localeFrom(req.i18n.language), 'error.timeZoneUnknown')
const requirePrice: NumberFieldSingleValidation = (value, { req }) =>
  value === null ||
  value === undefined ||
  isPrice(value) ||
  translate(localeFrom(req.i18n.language), 'error.priceInvalid')
const requireCurrency: TextFieldSingleValidation = (value, { req }) =>
  !value || isCurrency(value) || translate(localeFrom(req.i18n.language), 'error.currencyUnknown')

const sidebar = { position: 'sidebar' } as const

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

const money: Field[] = [
  {
    name: 'pricingModel',
    type: 'select',
    label: label('label.pricingModel'),
    required: true,
    defaultValue: 'free',
    options: pricingModels.map((model) => ({ value: model, label: label(`label.pricing.${model}`) })),
  },
  {
    type: 'row',
    fields: [
      { name: 'price', type: 'number', label: label('label.price'), validate: requirePrice },
      {
        name: 'currency',
        type: 'text',
        label: label('label.currency'),
        defaultValue: 'RUB',
        validate: requireCurrency,
      },
      {
        name: 'priceStars',
        type: 'number',
        label: label('label.priceStars'),
        min: 1,
        max: 10_000,
        admin: { step: 1 },
      },
    ],
    admin: { condition: (data) => data?.pricingModel !== 'free' },
  },
]

const system: Field[] = [
  {
    name: 'publishing',
    type: 'ui',
    admin: { ...sidebar, components: { Field: '/admin/PublishPanel/PublishPanel.tsx#PublishPanel' } },
  },
  {
    name: 'botPanel',
    type: 'ui',
    admin: { ...sidebar, components: { Field: '/admin/BotPanel/BotPanel.tsx#BotPanel' } },
  },
  {
    name: 'team',
    type: 'ui',
    admin: { ...sidebar, components: { Field: '/admin/TeamPanel/TeamPanel.tsx#TeamPanel' } },
  },
  {
    name: 'creator',
    type: 'relationship',
    label: label('label.creator'),
    relationTo: slugs.users,
    index: true,
    access: { create: isAdminField, update: isAdminField },
    admin: { ...sidebar, condition: (_data, _sibling, { user }) => user?.role === 'admin' },
  },
  {
    name: 'coAuthors',
    type: 'relationship',
    relationTo: slugs.users,
    hasMany: true,
    access: systemOnly,
    admin: { hidden: true },
  },
  {
    name: 'mentors',
    type: 'relationship',
    relationTo: slugs.users,
    hasMany: true,
    access: systemOnly,
    admin: { hidden: true },
  },
  {
    name: 'isPublished',
    type: 'checkbox',
    label: label('label.isPublished'),
    required: true,
    defaultValue: false,
    index: true,
    access: systemOnly,
    admin: { ...sidebar, hidden: true },
  },
  {
    name: 'isArchived',
    type: 'checkbox',
    label: label('label.isArchived'),
    required: true,
    defaultValue: false,
    access: systemOnly,
    admin: { ...sidebar, hidden: true },
  },
  {
    name: 'currentRelease',
    type: 'relationship',
    relationTo: slugs.releases,
    access: systemOnly,
    admin: { hidden: true },
  },
  /** What was published of category, tags, level and price: an `Offer`. */
  { name: 'offer', type: 'json', access: systemOnly, admin: { hidden: true } },
  {
    name: 'botUsername',
    type: 'text',
    label: label('label.bot'),
    access: systemOnly,
    admin: { ...sidebar, hidden: true },
  },
  {
    name: 'rating',
    type: 'number',
    label: label('label.rating'),
    min: 0,
    max: 5,
    access: systemOnly,
    admin: { ...sidebar, readOnly: true, condition: (data) => typeof data?.rating === 'number' },
  },
  {
    name: 'ratingsCount',
    type: 'number',
    label: label('label.ratingsCount'),
    defaultValue: 0,
    access: systemOnly,
    admin: { hidden: true },
  },
  {
    name: 'studentsCount',
    type: 'number',
    label: label('label.studentsCount'),
    required: true,
    defaultValue: 0,
    access: systemOnly,
    admin: { ...sidebar, components: { Field: '/admin/LearnersCount/LearnersCount.tsx#LearnersCount' } },
  },
  /** What the folder was called that the course was imported from. */
  { name: 'importName', type: 'text', admin: { hidden: true } },
  // The bot and its state; the token is in no answer (see collections/Bots).
  {
    name: 'bot',
    type: 'join',
    collection: slugs.bots,
    on: 'course',
    defaultLimit: 1,
    admin: { hidden: true },
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
      { label: label('label.tab.money'), fields: money },
    ],
  },
  ...system,
]
