import { randomBytes } from 'node:crypto'

import { Client } from 'pg'

import { parentOf } from './cpuTime.ts'

const adminUrl = (): string => {
  const url = process.env.TEST_DATABASE_ADMIN_URL
  if (!url) throw new Error('TEST_DATABASE_ADMIN_URL is not set: run this as `npm run bench -- <name>`')
  return url
}

/** Databases of this run alone, in a server that keeps its promises: each commit is on the disk. */
export const openBenchDatabases = async () => {
  const admin = new Client({ connectionString: adminUrl() })
  await admin.connect()
  const show = async (setting: string): Promise<unknown> =>
    Object.values((await admin.query<Record<string, unknown>>(`SHOW ${setting}`)).rows[0] ?? {})[0]
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    if ((await show(setting)) !== 'on') throw new Error(`PostgreSQL runs without ${setting}`)
  const { rows } = await admin.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const made: string[] = []
  const clients: Client[] = []

  return {
    /** The server's first process: all its work happens in it and below it. */
    pid: parentOf(rows[0]?.pid ?? 0),
    /** @returns the new database's address */
    create: async (label: string, template?: string): Promise<string> => {
      const name = `bench_${label}_${randomBytes(4).toString('hex')}`
      const from = template === undefined ? '' : ` TEMPLATE ${new URL(template).pathname.slice(1)}`
      await admin.query(`CREATE DATABASE ${name}${from}`)
      made.push(name)
      const url = new URL(adminUrl())
      url.pathname = `/${name}`
      return url.href
    },
    /** A connection that ends with the run. */
    connect: async (url: string): Promise<Client> => {
      const client = new Client({ connectionString: url })
      client.on('error', () => undefined)
      await client.connect()
      clients.push(client)
      return client
    },
    /** Writes out what filling the databases has left to be written, so that no measurement pays for it. */
    settle: async (): Promise<void> => void (await admin.query('CHECKPOINT')),
    /** Drops them all. */
    close: async (): Promise<void> => {
      await Promise.all(clients.map((client) => client.end()))
      for (const name of made) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}

export type BenchDatabases = Awaited<ReturnType<typeof openBenchDatabases>>
