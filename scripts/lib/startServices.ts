import type { DataDir } from './createDataDir.ts'
import { ExpectedFailure } from './expectedFailure.mjs'
import type { SecretStore } from './loadSecrets.ts'
import { whyUnreachable } from './postgres/canConnect.ts'
import { startPostgres, type Postgres } from './postgres/startPostgres.ts'
import { pingRedis } from './redis/pingRedis.ts'
import { startRedis, type Redis } from './redis/startRedis.ts'
import type { Session } from './runCommand.ts'
import { texts } from './texts.mjs'

export interface Services {
  databaseUrl: string
  /** Of the superuser; undefined for a database that is not ours. */
  adminDatabaseUrl?: string
  redisUrl: string
}

export interface ServicesOptions {
  dataDir: DataDir
  secrets: SecretStore
  session: Session
  /** Shared by every data folder of the project: unpacked packages. */
  cacheDir: string
  /** A running PostgreSQL or Redis to use instead of one of our own. */
  external?: { databaseUrl?: string; redisUrl?: string }
  /** Data that need not survive a power cut. */
  isForTests?: boolean
  onPid?: (name: 'postgres' | 'redis', pid: number, url: string) => void
}

/** Starts PostgreSQL and Redis side by side and keeps them running until the session ends. */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const { session, external = {}, onPid } = options
  const { dataDir, secrets, cacheDir } = options
  const common = { dataDir, secrets, session, cacheDir }

  const postgres = async (): Promise<Postgres> => {
    if (external.databaseUrl === undefined)
      return startPostgres({
        ...common,
        isForTests: options.isForTests ?? false,
        onPid: (pid, url) => onPid?.('postgres', pid, url),
      })
    const reason = await whyUnreachable(external.databaseUrl)
    if (reason) throw ExpectedFailure.from(texts.postgresUnreachable(reason.message))
    return { databaseUrl: external.databaseUrl, title: texts.postgresExternal }
  }

  const redis = async (onFetch: () => void): Promise<Redis> => {
    if (external.redisUrl === undefined)
      return startRedis({ ...common, onFetch, onPid: (pid, url) => onPid?.('redis', pid, url) })
    const reason = await pingRedis(external.redisUrl)
    if (reason !== undefined) throw ExpectedFailure.from(texts.redisUnreachable(reason))
    return { redisUrl: external.redisUrl, title: texts.redisExternal }
  }

  const [database, queue] = await Promise.all([
    showStep(session, texts.postgres, postgres),
    showStep(session, texts.redis, (update) => redis(() => update(texts.fetchingPackages('redis-server')))),
  ])
  return {
    databaseUrl: database.databaseUrl,
    adminDatabaseUrl: database.adminDatabaseUrl,
    redisUrl: queue.redisUrl,
  }
}

async function showStep<T extends { title: string }>(
  session: Session,
  title: string,
  work: (update: (title: string) => void) => Promise<T>,
): Promise<T> {
  const step = session.progress.step(title)
  try {
    const result = await work((text) => step.update(text))
    step.done(result.title)
    return result
  } catch (error) {
    if (!session.signal.aborted) step.fail()
    throw error
  }
}
