import { join } from 'node:path'
import { debianPackages } from '../debianPackages.ts'
import { ExpectedFailure } from '../expectedFailure.mjs'
import { findOnPath } from '../findOnPath.ts'
import type { Session } from '../runCommand.ts'
import { runTool } from '../runTool.mjs'
import { texts } from '../texts.mjs'

export interface RedisBinary {
  path: string
  libraryPath: string
  version: string
}

/** The oldest that the job queues work with. */
const OLDEST = 6.2

/** A redis-server: the one on the PATH, else the system archive's, installed or unpacked. */
export async function findRedis(
  session: Session,
  cacheDir: string,
  onFetch: () => void,
): Promise<RedisBinary> {
  const path = findOnPath('redis-server', 'valkey-server')
  const known = path ? await probe({ path, libraryPath: '' }) : undefined
  if (known) return known
  onFetch()
  const options = { name: 'redis', packages: ['redis-server'], service: 'redis-server', cacheDir, session }
  const packages = await debianPackages(options).catch((error: Error) => {
    session.throwIfStopping()
    throw ExpectedFailure.from(texts.redisMissing(error.message))
  })
  // Debian's redis-server is a link to redis-check-rdb's twin in redis-tools: both are in the set.
  const candidate = { path: join(packages.root, 'usr/bin/redis-server'), libraryPath: packages.libraryPath }
  const fetched = await probe(candidate)
  if (!fetched) throw ExpectedFailure.from(texts.redisMissing(texts.doesNotRun(candidate.path)))
  return fetched
}

async function probe(binary: Omit<RedisBinary, 'version'>): Promise<RedisBinary | undefined> {
  const { stdout } = await runTool(binary.path, ['--version'], { env: redisEnv(binary.libraryPath) })
  const version = /v=(\d+\.\d+[\d.]*)/.exec(stdout)?.[1]
  return version !== undefined && Number.parseFloat(version) >= OLDEST ? { ...binary, version } : undefined
}

export function redisEnv(libraryPath: string): NodeJS.ProcessEnv {
  return libraryPath === '' ? process.env : { ...process.env, LD_LIBRARY_PATH: libraryPath }
}
