import type { Field } from 'payload'

import { isAdminField } from '../../src/access/isAdminField.ts'
import { label } from '../../src/i18n/label.ts'
import { settingsFields } from './settingsFields.ts'

/** Nobody can change these here: shown when there is something to see. */
const whenKnown = (field: string) => ({
  readOnly: true,
  condition: (data: Record<string, unknown>) => data?.[field] != null && data[field] !== '',
})

const adminOnly = { create: isAdminField, update: isAdminField }

const userRoles = ['student', 'creator', 'moderator', 'admin'] as const
const subscriptionPlans = ['free', 'professional', 'enterprise'] as const

export const userFields: Field[] = [
  // Telegram's learners have no address, so unlike Payload's own field it may be empty.
  {
    name: 'email',
    type: 'email',
    label: label('label.email'),
    required: false,
    unique: true,
    access: adminOnly,
  },
  {
    name: 'displayName',
    type: 'text',
    label: label('label.name'),
    virtual: true,
    admin: { hidden: true },
    hooks: {
      afterRead: [
        ({ siblingData }) =>
          [siblingData.firstName, siblingData.lastName].filter(Boolean).join(' ') ||
          siblingData.email ||
          siblingData.username ||
          String(siblingData.telegramId ?? ''),
      ],
    },
  },
  {
    type: 'row',
    fields: [
      { name: 'firstName', type: 'text', label: label('label.firstName'), maxLength: 256 },
      { name: 'lastName', type: 'text', label: label('label.lastName'), maxLength: 256 },
    ],
  },
  {
    name: 'role',
    type: 'select',
    label: label('label.role'),
    required: true,
    defaultValue: 'student',
    saveToJWT: true,
    options: userRoles.map((role) => ({ value: role, label: label(`label.role.${role}`) })),
    access: adminOnly,
  },
  {
    name: 'isActive',
    type: 'checkbox',
    label: label('label.isActive'),
    required: true,
    defaultValue: true,
    access: adminOnly,
  },
  {
    name: 'telegramId',
    type: 'number',
    label: label('label.telegramId'),
    unique: true,
    index: true,
    access: adminOnly,
    admin: whenKnown('telegramId'),
  },
  {
    name: 'telegramAccount',
    type: 'ui',
    admin: { components: { Field: '/admin/TelegramAccount/TelegramAccount.tsx#TelegramAccount' } },
  },
  {
    name: 'hasReviewCards',
    type: 'checkbox',
    label: label('label.hasReviewCards'),
    defaultValue: true,
    admin: { description: label('hint.hasReviewCards'), condition: (data) => data?.telegramId != null },
  },
  {
    // Not unique: Telegram names change hands.
    name: 'username',
    type: 'text',
    label: label('label.telegramName'),
    maxLength: 64,
    access: adminOnly,
    admin: whenKnown('username'),
  },
  {
    name: 'languageCode',
    type: 'text',
    label: label('label.language'),
    maxLength: 35,
    access: adminOnly,
    admin: whenKnown('languageCode'),
  },
  ...settingsFields,
  {
    name: 'subscriptionPlan',
    type: 'select',
    label: label('label.plan'),
    required: true,
    defaultValue: 'free',
    options: subscriptionPlans.map((plan) => ({ value: plan, label: label(`label.plan.${plan}`) })),
    access: adminOnly,
  },
  {
    name: 'subscriptionExpiresAt',
    type: 'date',
    label: label('label.planUntil'),
    access: adminOnly,
    admin: { condition: (data) => data?.subscriptionPlan !== 'free' },
  },
]
