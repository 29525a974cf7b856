import { randomBytes } from 'node:crypto'

import { Redis } from 'ioredis'
import { Client } from 'pg'
import { inject } from 'vitest'

import { adminDatabaseUrl, redisUrl, testEnv } from './testEnv.ts'

// Before the test file is loaded: the configuration reads its settings when it is imported. The database
// is dropped after the run (prepareTemplate), when nothing holds a connection to it any more.
const name = `${inject('templateDatabase')}_${randomBytes(4).toString('hex')}`
const admin = new Client({ connectionString: adminDatabaseUrl() })
await admin.connect()
await admin.query(`CREATE DATABASE ${name} TEMPLATE ${inject('templateDatabase')}`)
await admin.end()
Object.assign(process.env, testEnv(name))

const redis = new Redis(redisUrl())
await redis.flushdb()
redis.disconnect()
