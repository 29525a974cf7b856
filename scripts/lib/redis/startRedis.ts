import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DataDir } from '../createDataDir.ts'
import { findPort } from '../findPort.ts'
import type { SecretStore } from '../loadSecrets.ts'
import type { Session } from '../runCommand.ts'
import { stopOrder, superviseProcess } from '../superviseProcess.ts'
import { texts } from '../texts.mjs'
import { findRedis, redisEnv } from './findRedis.ts'
import { pingRedis } from './pingRedis.ts'

export interface Redis {
  redisUrl: string
  title: string
}

interface RedisOptions {
  dataDir: DataDir
  /** Where unpacked packages are kept. */
  cacheDir: string
  secrets: SecretStore
  session: Session
  onFetch: () => void
  onPid?: (pid: number, url: string) => void
}

const PORT_TRIES = 5

/** Starts a Redis of our own. It only carries what PostgreSQL remembers: nothing of it is written to disk. */
export async function startRedis(options: RedisOptions): Promise<Redis> {
  const { dataDir, secrets, session } = options
  const binary = await findRedis(session, options.cacheDir, options.onFetch)
  const directory = dataDir.file('redis')
  const configFile = join(directory, 'redis.conf')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const password = secrets.values.redisPassword

  for (let tries = 1; ; tries++) {
    const port = await findPort(tries === 1 ? secrets.values.redisPort : undefined)
    const redisUrl = `redis://:${password}@127.0.0.1:${port}`
    // In a file, because a command line is there for everybody to read.
    writeFileSync(configFile, configText(directory, port, password), { mode: 0o600 })
    try {
      await superviseProcess(
        {
          title: texts.redis,
          order: stopOrder.redis,
          command: binary.path,
          args: [configFile],
          env: redisEnv(binary.libraryPath),
          cwd: directory,
          logFile: join(dataDir.logs, 'redis.log'),
          stopSignal: 'SIGTERM',
          stopLimitMs: 5_000,
          readyLimitMs: 20_000,
          isReady: async () => (await pingRedis(redisUrl)) === undefined,
          onPid: (pid) => options.onPid?.(pid, `redis://127.0.0.1:${port}`),
        },
        session,
      )
    } catch (error) {
      // Somebody took the port between our look and the start.
      if (tries < PORT_TRIES && String(error).includes('Address already in use')) continue
      throw error
    }
    secrets.remember({ redisPort: port })
    return { redisUrl, title: texts.redisReady(binary.version, port) }
  }
}

function configText(directory: string, port: number, password: string): string {
  return `${[
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${directory}"`,
    'daemonize no',
    'save ""',
    'appendonly no',
    'maxmemory-policy noeviction',
  ].join('\n')}\n`
}
