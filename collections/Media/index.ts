import type { CollectionConfig } from 'payload'

import { authorOf } from '../../src/access/authorOf.ts'
import { hasRole } from '../../src/access/hasRole.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { readEnv } from '../../src/env.ts'
import { setCreator } from '../../hooks/courses/setCreator.ts'
import { label } from '../../src/i18n/label.ts'

const owner = authorOf('creator')

export const Media: CollectionConfig = {
  slug: slugs.media,
  labels: { singular: label('label.file'), plural: label('label.files') },
  admin: {
    hideAPIURL: true,
    group: label('label.group.teaching'),
    hidden: ({ user }) => !['creator', 'admin'].includes(String(user?.role)),
  },
  access: { create: hasRole('creator', 'admin'), read: owner, update: owner, delete: owner },
  hooks: { beforeChange: [setCreator] },
  upload: {
    staticDir: readEnv().MEDIA_DIR,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    // Re-encoding drops what a camera wrote into the file (place, serial numbers).
    formatOptions: { format: 'webp', options: { quality: 90 } },
    resizeOptions: { width: 2560, height: 2560, fit: 'inside', withoutEnlargement: true },
    imageSizes: [{ name: 'thumbnail', width: 400, height: 400, fit: 'inside', withoutEnlargement: true }],
    adminThumbnail: 'thumbnail',
    pasteURL: false,
  },
  lockDocuments: false,
  fields: [
    { name: 'alt', type: 'text', label: label('label.alt'), maxLength: 300 },
    {
      name: 'creator',
      type: 'relationship',
      relationTo: slugs.users,
      index: true,
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
    },
  ],
}
