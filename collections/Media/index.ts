import type { CollectionConfig } from 'payload'

import { authorOf } from '../../src/access/authorOf.ts'
import { hasRole } from '../../src/access/hasRole.ts'
import { mediaReader } from '../../src/access/mediaReader.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { mediaEndpoints } from '../../src/endpoints/media/index.ts'
import { readEnv } from '../../src/env.ts'
import { setCreator } from '../../hooks/courses/setCreator.ts'
import { describeFile } from '../../hooks/media/describeFile.ts'
import { keepUsedFile } from '../../hooks/media/keepUsedFile.ts'
import { prepareFile } from '../../hooks/media/prepareFile.ts'
import { label } from '../../src/i18n/label.ts'
import { mediaHeaders } from '../../src/operations/media/mediaHeaders.ts'
import { mediaFields } from './fields.ts'

const owner = authorOf('creator')

/** Files of lessons. Their bytes are made over before they are kept: see `prepareUpload`. */
export const Media: CollectionConfig = {
  slug: slugs.media,
  labels: { singular: label('label.file'), plural: label('label.files') },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'originalName',
    defaultColumns: ['originalName', 'kind', 'filesize', 'alt', 'updatedAt'],
    group: label('label.group.teaching'),
    hidden: ({ user }) => !['creator', 'admin'].includes(String(user?.role)),
  },
  access: { create: hasRole('creator', 'admin'), read: mediaReader, update: owner, delete: owner },
  endpoints: mediaEndpoints,
  hooks: {
    beforeOperation: [prepareFile],
    beforeChange: [setCreator, describeFile],
    beforeDelete: [keepUsedFile],
  },
  upload: {
    staticDir: readEnv().MEDIA_DIR,
    imageSizes: [{ name: 'thumbnail', width: 400, height: 400, fit: 'inside', withoutEnlargement: true }],
    adminThumbnail: 'thumbnail',
    // A file never changes by halves: what is kept is what was hashed.
    crop: false,
    focalPoint: false,
    pasteURL: false,
    modifyResponseHeaders: mediaHeaders,
  },
  disableDuplicate: true,
  lockDocuments: false,
  fields: mediaFields,
}
