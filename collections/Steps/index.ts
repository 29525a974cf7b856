import type { CollectionConfig } from 'payload'

import { editorOf } from '../../src/access/editorOf.ts'
import { hasRole } from '../../src/access/hasRole.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { keepOrderDistinct } from '../../hooks/steps/keepOrderDistinct.ts'
import { refuseCycle } from '../../hooks/steps/refuseCycle.ts'
import { requireOwnCourse } from '../../hooks/steps/requireOwnCourse.ts'
import { label } from '../../src/i18n/label.ts'
import { stepFields } from './fields.ts'

const editor = editorOf('course')

export const Steps: CollectionConfig = {
  slug: slugs.steps,
  labels: { singular: label('label.step'), plural: label('label.steps') },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'title',
    defaultColumns: ['title', 'course', 'stepType', 'updatedAt'],
    group: label('label.group.teaching'),
    hidden: ({ user }) => !['creator', 'admin'].includes(String(user?.role)),
  },
  access: {
    create: hasRole('creator', 'admin'),
    read: editor,
    update: editor,
    // Steps go to the trash and stay there: learners' progress and old releases name them.
    delete: (args) => (args.data?.deletedAt ? editor(args) : false),
    readVersions: editorOf('version.course'),
  },
  hooks: { beforeChange: [requireOwnCourse, refuseCycle], afterChange: [keepOrderDistinct] },
  trash: true,
  versions: { maxPerDoc: 50 },
  lockDocuments: false,
  fields: stepFields,
}
