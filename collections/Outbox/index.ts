import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../src/access/isAdmin.ts'
import { nobody } from '../../src/access/nobody.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'

export const outboxTopics = [
  'bot',
  'check',
  'rearm',
  'delivery',
  'alert',
  'farewell',
  'submission',
  'reviewer',
  'erasure',
  'notice',
] as const
export type OutboxTopic = (typeof outboxTopics)[number]

/**
 * What has changed and must be acted on outside. Written with the change, in its transaction; carried by
 * the relay to a queue; removed when its job reports done.
 */
export const Outbox: CollectionConfig = {
  slug: slugs.outbox,
  labels: { singular: label('label.outboxRow'), plural: label('label.outbox') },
  admin: {
    defaultColumns: ['topic', 'subject', 'dueAt', 'queuedAt', 'timesQueued'],
    group: label('label.group.operation'),
    hidden: ({ user }) => user?.role !== 'admin',
  },
  access: { create: nobody, read: isAdmin, update: nobody, delete: nobody },
  timestamps: false,
  lockDocuments: false,
  fields: [
    {
      name: 'topic',
      type: 'select',
      label: label('label.topic'),
      required: true,
      options: outboxTopics.map((topic) => ({ value: topic, label: topic })),
    },
    /** Id of what changed: a bot, an enrollment. */
    { name: 'subject', type: 'text', label: label('label.subject'), required: true, index: true },
    /** Product time. */
    { name: 'dueAt', type: 'date', label: label('label.dueAt'), required: true, index: true },
    /** Real time of the last handing over to the queue. */
    { name: 'queuedAt', type: 'date', label: label('label.queuedAt') },
    {
      name: 'timesQueued',
      type: 'number',
      label: label('label.timesQueued'),
      required: true,
      defaultValue: 0,
    },
  ],
}
