import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../src/access/isAdmin.ts'
import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

/** Updates whose commit failed: counted while Telegram repeats them, given up (`isDead`) after five tries. */
export const DeadLetters: CollectionConfig = {
  slug: slugs.deadLetters,
  labels: { singular: label('label.deadLetter'), plural: label('label.deadLetters') },
  admin: {
    defaultColumns: ['isDead', 'tries', 'error', 'lastTriedAt', 'updateId'],
    group: label('label.group.operation'),
    hidden: ({ user }) => user?.role !== 'admin',
  },
  access: { create: nobody, read: isAdmin, update: nobody, delete: isAdmin },
  timestamps: false,
  lockDocuments: false,
  indexes: [{ fields: ['botId', 'updateId'], unique: true }],
  defaultSort: '-lastTriedAt',
  fields: [
    { name: 'botId', type: 'text', required: true, label: label('label.bot') },
    { name: 'updateId', type: 'number', required: true, label: label('label.updateId') },
    { name: 'telegramUserId', type: 'number', required: true, label: label('label.telegramId') },
    { name: 'event', type: 'json', required: true, label: label('label.event') },
    { name: 'tries', type: 'number', required: true, label: label('label.tries') },
    { name: 'isDead', type: 'checkbox', required: true, defaultValue: false, label: label('label.isDead') },
    { name: 'error', type: 'text', required: true, label: label('label.error') },
    { name: 'firstTriedAt', type: 'date', required: true, label: label('label.firstTriedAt') },
    { name: 'lastTriedAt', type: 'date', required: true, label: label('label.lastTriedAt') },
  ],
}
