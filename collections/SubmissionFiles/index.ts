import path from 'node:path'

import type { CollectionConfig } from 'payload'

import { isOwn } from '../../src/access/isOwn.ts'
import { nobody } from '../../src/access/nobody.ts'
import { or } from '../../src/access/or.ts'
import { reviewerOf } from '../../src/access/reviewerOf.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { readEnv } from '../../src/env.ts'
import { putFile } from '../../hooks/submissionFiles/putFile.ts'
import { label } from '../../src/i18n/label.ts'
import { mediaHeaders } from '../../src/operations/media/mediaHeaders.ts'
import { submissionFileFields } from './fields.ts'

/**
 * Files between a learner and those who review: private, and kept byte for byte as they were sent. A row comes
 * first, with what Telegram knows of the file; its bytes follow.
 */
export const SubmissionFiles: CollectionConfig = {
  slug: slugs.submissionFiles,
  labels: { singular: label('label.submissionFile'), plural: label('label.submissionFiles') },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'originalName',
    defaultColumns: ['originalName', 'kind', 'filesize', 'state', 'createdAt'],
    group: label('label.group.learners'),
    hidden: ({ user }) => user?.role !== 'admin',
  },
  access: {
    create: nobody,
    read: or(reviewerOf('course'), isOwn('user')),
    update: nobody,
    delete: nobody,
  },
  hooks: { beforeChange: [putFile] },
  upload: {
    staticDir: path.join(readEnv().MEDIA_DIR, 'submissions'),
    crop: false,
    focalPoint: false,
    pasteURL: false,
    bulkUpload: false,
    filesRequiredOnCreate: false,
    modifyResponseHeaders: mediaHeaders,
  },
  disableDuplicate: true,
  lockDocuments: false,
  fields: submissionFileFields,
}
