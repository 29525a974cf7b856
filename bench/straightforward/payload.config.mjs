import { env } from 'node:process'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig } from 'payload'

/**
 * A stock Payload for lessons, as one would begin: no hooks, no versions, texts without an editor, everything
 * open so that no call pays for a sign-in. All of that is to its advantage.
 */
const isOpen = () => true
const access = { create: isOpen, read: isOpen, update: isOpen, delete: isOpen }

export default buildConfig({
  secret: env.PAYLOAD_SECRET ?? '',
  telemetry: false,
  collections: [
    { slug: 'users', auth: true, fields: [] },
    { slug: 'courses', access, fields: [{ name: 'title', type: 'text', required: true }] },
    {
      slug: 'steps',
      access,
      fields: [
        { name: 'course', type: 'relationship', relationTo: 'courses', required: true, index: true },
        { name: 'orderIndex', type: 'number', required: true, index: true },
        { name: 'title', type: 'text', required: true },
        { name: 'content', type: 'textarea', required: true },
      ],
    },
    {
      slug: 'enrollments',
      access,
      indexes: [{ fields: ['telegramId', 'course'], unique: true }],
      fields: [
        { name: 'telegramId', type: 'number', required: true },
        { name: 'course', type: 'relationship', relationTo: 'courses', required: true },
        { name: 'enrolledAt', type: 'date', required: true },
      ],
    },
    {
      slug: 'progress',
      access,
      fields: [
        { name: 'enrollment', type: 'relationship', relationTo: 'enrollments', required: true },
        { name: 'step', type: 'relationship', relationTo: 'steps', required: true },
        { name: 'isCompleted', type: 'checkbox', required: true, defaultValue: false },
      ],
    },
  ],
  db: postgresAdapter({
    pool: { connectionString: env.DATABASE_URL, max: 10 },
    // Makes the tables of an empty database; in production mode Payload leaves them alone.
    push: true,
  }),
  typescript: { autoGenerate: false },
})
