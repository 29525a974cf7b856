import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

import { Client } from 'pg'
import type { TestProject } from 'vitest/node'

import { adminDatabaseUrl, testEnv } from './testEnv.ts'

declare module 'vitest' {
  interface ProvidedContext {
    templateDatabase: string
  }
}

const run = promisify(execFile)

/** Migrates one database; every test file then starts from a copy of it, which takes milliseconds. */
export default async function prepareTemplate(project: TestProject) {
  const name = `gongbu_template_${randomBytes(4).toString('hex')}`
  const admin = new Client({ connectionString: adminDatabaseUrl() })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  await run(process.execPath, ['src/migrate.ts'], { env: { ...process.env, ...testEnv(name) } })
  project.provide('templateDatabase', name)
  return async () => {
    const { rows } = await admin.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [name],
    )
    for (const { datname } of rows) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
    await admin.end()
  }
}
