import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { DataDir } from '../createDataDir.ts'
import { ExpectedFailure } from '../expectedFailure.mjs'
import { findPort } from '../findPort.ts'
import type { SecretStore } from '../loadSecrets.ts'
import type { Session } from '../runCommand.ts'
import { stopOrder, superviseProcess } from '../superviseProcess.ts'
import { texts } from '../texts.mjs'
import { canConnect } from './canConnect.ts'
import { clearStaleLock } from './clearStaleLock.ts'
import { findPostgres } from './findPostgres.ts'
import { prepareCluster } from './prepareCluster.ts'
import { findUnprivileged } from './unprivileged.ts'

export interface Postgres {
  databaseUrl: string
  /** Of the superuser; undefined for a database that is not ours. */
  adminDatabaseUrl?: string
  title: string
}

interface PostgresOptions {
  dataDir: DataDir
  secrets: SecretStore
  session: Session
  isForTests: boolean
  onPid?: (pid: number, url: string) => void
}

const PORT_TRIES = 5
/** A test's database lives for minutes: it need not survive a power cut. */
const FOR_TESTS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const DURABLE = ['fsync=on', 'synchronous_commit=on']

/** Starts our own PostgreSQL in the data folder, with a role and a database `gongbu`. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { dataDir, secrets, session, isForTests } = options
  const directory = dataDir.file('postgres')
  const unprivileged = await findUnprivileged(dataDir.path)
  if (!unprivileged) throw ExpectedFailure.from(texts.postgresAsRoot(directory))
  const major = existsSync(join(directory, 'PG_VERSION'))
    ? readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim()
    : undefined
  const tried: string[] = []
  const binaries = await findPostgres(unprivileged.runAs, tried, major)
  if (!binaries)
    throw ExpectedFailure.from(
      major === undefined ? texts.postgresMissing(tried) : texts.postgresOtherMajor(directory, major),
    )
  const password = secrets.values.postgresPassword
  await prepareCluster({ directory, binaries, unprivileged, password, session })
  unprivileged.giveAway(directory)

  for (let tries = 1; ; tries++) {
    const port = await findPort(tries === 1 ? secrets.values.postgresPort : undefined)
    const adminDatabaseUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
    const settings = [
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'],
      ...(isForTests ? FOR_TESTS : DURABLE),
    ]
    const call = unprivileged.runAs(binaries.postgres, [
      ...['-D', directory, '-p', String(port)],
      ...settings.flatMap((setting) => ['-c', setting]),
    ])
    try {
      await superviseProcess(
        {
          ...call,
          title: texts.postgres,
          order: stopOrder.postgres,
          env: process.env,
          cwd: dataDir.path,
          logFile: join(dataDir.logs, 'postgres.log'),
          stopSignal: 'SIGINT',
          stopLimitMs: 15_000,
          readyLimitMs: 60_000,
          beforeStart: () => clearStaleLock(directory),
          isReady: () => canConnect(adminDatabaseUrl),
          onPid: (pid) => options.onPid?.(pid, `postgresql://127.0.0.1:${port}/gongbu`),
        },
        session,
      )
    } catch (error) {
      // Somebody took the port between our look and the start.
      if (tries < PORT_TRIES && String(error).includes('could not bind')) continue
      throw error
    }
    secrets.remember({ postgresPort: port })
    await ensureDatabase(adminDatabaseUrl, password)
    return {
      adminDatabaseUrl,
      databaseUrl: `postgresql://gongbu:${password}@127.0.0.1:${port}/gongbu`,
      title: texts.postgresReady(binaries.version, port),
    }
  }
}

async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const role = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'gongbu'`)
    // Neither statement takes parameters; the password is hexadecimal.
    if (role.rowCount === 0) await client.query(`CREATE ROLE gongbu LOGIN PASSWORD '${password}'`)
    const database = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'gongbu'`)
    if (database.rowCount === 0) await client.query('CREATE DATABASE gongbu OWNER gongbu')
  } finally {
    await client.end()
  }
}
