import type { CollectionConfig } from 'payload'

import { authorOf } from '../../src/access/authorOf.ts'
import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { enqueueBotChange } from '../../hooks/bots/enqueueBotChange.ts'
import { label } from '../../src/i18n/label.ts'
import { botFields } from './fields.ts'

/** One bot per course. Changed through the course's bot endpoints alone, so that every token is checked. */
export const Bots: CollectionConfig = {
  slug: slugs.bots,
  labels: { singular: label('label.bot'), plural: label('label.bots') },
  admin: {
    useAsTitle: 'username',
    defaultColumns: ['username', 'course', 'state', 'errorCode', 'updatedAt'],
    group: label('label.group.operation'),
    hidden: ({ user }) => user?.role !== 'admin',
  },
  access: { create: nobody, read: authorOf('course.creator'), update: nobody, delete: nobody },
  hooks: { afterChange: [enqueueBotChange] },
  lockDocuments: false,
  fields: botFields,
}
