import type { CollectionConfig } from 'payload'

import { authorOf } from '../../src/access/authorOf.ts'
import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

const requestStates = ['open', 'done', 'expired', 'cancelled'] as const

/** A creator asked for a managed bot and has to tap once in Telegram. A course has one open request at most. */
export const BotRequests: CollectionConfig = {
  slug: slugs.botRequests,
  labels: { singular: label('label.botRequest'), plural: label('label.botRequests') },
  admin: {
    useAsTitle: 'suggestedUsername',
    defaultColumns: ['suggestedUsername', 'course', 'state', 'expiresAt'],
    group: label('label.group.operation'),
    hidden: ({ user }) => user?.role !== 'admin',
  },
  access: { create: nobody, read: authorOf('course.creator'), update: nobody, delete: nobody },
  lockDocuments: false,
  fields: [
    {
      name: 'course',
      type: 'relationship',
      relationTo: slugs.courses,
      required: true,
      index: true,
      label: label('label.course'),
    },
    {
      name: 'creator',
      type: 'relationship',
      relationTo: slugs.users,
      index: true,
      label: label('label.creator'),
    },
    {
      name: 'suggestedUsername',
      type: 'text',
      required: true,
      index: true,
      label: label('label.telegramName'),
    },
    { name: 'name', type: 'text', required: true, label: label('label.name') },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'open',
      options: requestStates.map((state) => ({ value: state, label: label(`label.requestState.${state}`) })),
      label: label('label.state'),
    },
    /** Product time. */
    { name: 'expiresAt', type: 'date', required: true, label: label('label.expiresAt') },
    /** Who tapped. */
    { name: 'telegramUserId', type: 'number', label: label('label.ownerTelegramId') },
    /** The bot that was made for it; known before its token is. */
    { name: 'telegramBotId', type: 'number', index: true, label: label('label.telegramId') },
    { name: 'bot', type: 'relationship', relationTo: slugs.bots, label: label('label.bot') },
    /** When somebody else last made a bot with its link. */
    { name: 'strangerAt', type: 'date', label: label('label.strangerAt') },
  ],
}
