import { getPayload } from 'payload'

import config from '../payload.config.ts'
import { migrate } from './database/migrate.ts'
import { readEnv } from './env.ts'

/** `npm run migrate`: brings the database to this version and ends. The web process does the same at start. */
const payload = await getPayload({ config, cron: false })
await migrate(payload, readEnv())
// Payload keeps its connections open, and with them the process.
process.exit(0)
