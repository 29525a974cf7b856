import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createDataDir } from './createDataDir.ts'
import { loadSecrets } from './loadSecrets.ts'
import { processIdentity } from './processIdentity.mjs'
import { projectRoot } from './projectRoot.ts'
import type { Session } from './runCommand.ts'
import { startServices, type Services } from './startServices.ts'

const HOME = join(projectRoot, '.gongbu')

interface TestServicesOptions {
  /** Real durability, for a bench that measures what a commit costs. */
  isDurable?: boolean
}

/** PostgreSQL and Redis in a folder of their own that goes away with them. */
export async function startTestServices(
  session: Session,
  { isDurable = false }: TestServicesOptions = {},
): Promise<Services> {
  sweep()
  const dataDir = createDataDir(join(HOME, `test-${process.pid}`))
  session.guard.removeAtDeath(dataDir.path)
  session.onStopped(() => rmSync(dataDir.path, { recursive: true, force: true }))
  const secrets = loadSecrets(dataDir.file('secrets.json'))
  return startServices({ dataDir, secrets, session, cacheDir: join(HOME, 'cache'), isForTests: !isDurable })
}

/** What runs left behind that were cut off together with their guardian (a power cut). */
function sweep(): void {
  mkdirSync(HOME, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(HOME)) {
    const pid = /^test-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && processIdentity(Number(pid)) === undefined)
      rmSync(join(HOME, name), { recursive: true, force: true })
  }
}
