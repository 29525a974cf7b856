import type { CollectionConfig } from 'payload'

import { authorOf } from '../../src/access/authorOf.ts'
import { editorOf } from '../../src/access/editorOf.ts'
import { hasRole } from '../../src/access/hasRole.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { courseEndpoints } from '../../src/endpoints/courses/index.ts'
import { auditChange } from '../../hooks/courses/auditChange.ts'
import { auditDeletion } from '../../hooks/courses/auditDeletion.ts'
import { deleteWhatHangsOn } from '../../hooks/courses/deleteWhatHangsOn.ts'
import { enqueueBotChange } from '../../hooks/courses/enqueueBotChange.ts'
import { keepSystemFields } from '../../hooks/courses/keepSystemFields.ts'
import { lockWhileUpdated } from '../../hooks/courses/lockWhileUpdated.ts'
import { refreshCatalogue } from '../../hooks/courses/refreshCatalogue.ts'
import { setCreator } from '../../hooks/courses/setCreator.ts'
import { label } from '../../src/i18n/label.ts'
import { courseFields } from './fields.ts'

const editor = editorOf()

export const Courses: CollectionConfig = {
  slug: slugs.courses,
  labels: { singular: label('label.course'), plural: label('label.courses') },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'title',
    defaultColumns: ['title', 'isPublished', 'botUsername', 'studentsCount', 'updatedAt'],
    group: label('label.group.teaching'),
    hidden: ({ user }) => !['creator', 'admin'].includes(String(user?.role)),
    components: { beforeListTable: ['/admin/ImportCourse/ImportCourse.tsx#ImportCourse'] },
  },
  access: {
    create: hasRole('creator', 'admin'),
    read: editor,
    update: editor,
    delete: authorOf('creator'),
    // Of the course, not of the version: it may have got another owner since.
    readVersions: editorOf('parent'),
  },
  endpoints: courseEndpoints,
  hooks: {
    beforeOperation: [lockWhileUpdated],
    beforeValidate: [keepSystemFields],
    beforeChange: [setCreator],
    afterChange: [enqueueBotChange, refreshCatalogue, auditChange],
    beforeDelete: [deleteWhatHangsOn],
    afterDelete: [auditDeletion],
  },
  versions: { maxPerDoc: 50 },
  lockDocuments: false,
  fields: courseFields,
}
