import type { CollectionConfig } from 'payload'

import { authorOf } from '../../src/access/authorOf.ts'
import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { auditChange } from '../../hooks/bots/auditChange.ts'
import { enqueueBotChange } from '../../hooks/bots/enqueueBotChange.ts'
import { botEndpoints } from '../../src/endpoints/bots/index.ts'
import { label } from '../../src/i18n/label.ts'
import { botFields } from './fields.ts'

/** One bot per course. Changed through the course's bot endpoints alone, so that every token is checked. */
export const Bots: CollectionConfig = {
  slug: slugs.bots,
  labels: { singular: label('label.bot'), plural: label('label.bots') },
  admin: {
    useAsTitle: 'username',
    defaultColumns: ['username', 'course', 'state', 'errorCode', 'checkedAt', 'updatedAt'],
    group: label('label.group.operation'),
    hidden: ({ user }) => user?.role !== 'admin',
    components: { beforeListTable: ['/admin/FleetHealth/FleetHealth.tsx#FleetHealth'] },
  },
  access: { create: nobody, read: authorOf('course.creator'), update: nobody, delete: nobody },
  hooks: { afterChange: [enqueueBotChange, auditChange] },
  endpoints: botEndpoints,
  lockDocuments: false,
  fields: botFields,
}
