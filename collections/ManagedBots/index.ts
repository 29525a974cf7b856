import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../src/access/isAdmin.ts'
import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

/** Every bot that the platform bot was told of: Telegram itself lists them to nobody. */
export const ManagedBots: CollectionConfig = {
  slug: slugs.managedBots,
  labels: { singular: label('label.managedBot'), plural: label('label.managedBots') },
  admin: {
    useAsTitle: 'username',
    defaultColumns: ['username', 'name', 'ownerTelegramId', 'seenAt'],
    group: label('label.group.operation'),
    hidden: ({ user }) => user?.role !== 'admin',
  },
  access: { create: nobody, read: isAdmin, update: nobody, delete: nobody },
  timestamps: false,
  lockDocuments: false,
  fields: [
    { name: 'telegramBotId', type: 'number', required: true, unique: true, label: label('label.telegramId') },
    { name: 'username', type: 'text', required: true, label: label('label.telegramName') },
    { name: 'name', type: 'text', required: true, label: label('label.name') },
    {
      name: 'ownerTelegramId',
      type: 'number',
      required: true,
      index: true,
      label: label('label.ownerTelegramId'),
    },
    /** Real time of the last news of it. */
    { name: 'seenAt', type: 'date', required: true, label: label('label.seenAt') },
  ],
}
