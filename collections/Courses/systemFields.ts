import type { Field } from 'payload'

import { isAdminField } from '../../src/access/isAdminField.ts'
import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

/** Set by operations alone. */
const systemOnly = { create: nobody, update: nobody }
const sidebar = { position: 'sidebar' } as const

/** What stands beside a course and its author does not write: panels, its team, its state. */
export const systemFields: Field[] = [
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
