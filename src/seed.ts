import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { getPayload } from 'payload'
import { z } from 'zod'

import config from '../payload.config.ts'
import { slugs } from './contracts/slugs.ts'
import { migrate } from './database/migrate.ts'
import { readEnv } from './env.ts'

const roles = ['admin', 'creator', 'moderator'] as const
const credentialSchema = z.object({ email: z.email(), password: z.string().min(8) })
const credentialsSchema = z.object({
  admin: credentialSchema,
  creator: credentialSchema,
  moderator: credentialSchema,
})

/**
 * `npm run seed`: one account of each working role, their passwords in the file CREDENTIALS_FILE. What
 * exists stays: an account keeps its password, the file its content.
 */
const seed = async () => {
  const env = readEnv()
  const file = path.resolve(env.CREDENTIALS_FILE)
  const known = await readFile(file, 'utf8').then(
    (text) => credentialsSchema.parse(JSON.parse(text)),
    () => undefined,
  )
  const make = (role: string) => ({
    email: `${role}@gongbu.local`,
    password: randomBytes(12).toString('base64url'),
  })
  const credentials = known ?? {
    admin: make('admin'),
    creator: make('creator'),
    moderator: make('moderator'),
  }

  const payload = await getPayload({ config, cron: false })
  await migrate(payload, env)
  // Written before the accounts are made: an account whose password nobody knows would be lost.
  if (known === undefined) {
    await writeFile(`${file}.new`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
    await rename(`${file}.new`, file)
  }
  for (const role of roles) {
    const { email, password } = credentials[role]
    const { totalDocs } = await payload.count({
      collection: slugs.users,
      where: { email: { equals: email } },
    })
    if (totalDocs > 0) continue
    await payload.create({
      collection: slugs.users,
      data: {
        email,
        password,
        role,
        firstName: role[0]?.toUpperCase() + role.slice(1),
        isActive: true,
        subscriptionPlan: 'free',
      },
    })
  }
}

await seed()
// Payload keeps its connections open, and with them the process.
process.exit(0)
