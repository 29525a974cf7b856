import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../src/access/isAdmin.ts'
import { nobody } from '../../src/access/nobody.ts'
import { auditActs } from '../../src/contracts/auditActs.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { refuseChange } from '../../hooks/auditEvents/refuseChange.ts'
import { label } from '../../src/i18n/label.ts'

/**
 * Sensitive acts, for administrators to read. Nothing changes a row: triggers in the database refuse it as well. Ids are
 * plain, without foreign keys, and tell nothing once a person is forgotten.
 */
export const AuditEvents: CollectionConfig = {
  slug: slugs.auditEvents,
  labels: { singular: label('label.auditEvent'), plural: label('label.auditEvents') },
  admin: {
    useAsTitle: 'act',
    defaultColumns: ['at', 'act', 'actorId', 'actorRole', 'onCollection', 'documentId'],
    group: label('label.group.operation'),
    hidden: ({ user }) => user?.role !== 'admin',
  },
  access: { create: nobody, read: isAdmin, update: nobody, delete: nobody },
  hooks: { beforeOperation: [refuseChange] },
  disableBulkEdit: true,
  timestamps: false,
  lockDocuments: false,
  defaultSort: '-at',
  fields: [
    { name: 'at', type: 'date', required: true, index: true, label: label('label.auditAt') },
    {
      name: 'act',
      type: 'select',
      required: true,
      label: label('label.auditAct'),
      options: auditActs.map((act) => ({ value: act, label: label(`audit.${act}`) })),
    },
    { name: 'actorId', type: 'text', index: true, label: label('label.auditActor') },
    { name: 'actorRole', type: 'text', label: label('label.role') },
    { name: 'onCollection', type: 'text', required: true, label: label('label.auditOn') },
    { name: 'documentId', type: 'text', required: true, index: true, label: label('label.auditDocument') },
    { name: 'requestId', type: 'text', label: label('label.auditRequest') },
    { name: 'details', type: 'json', label: label('label.auditDetails') },
  ],
}
