import { claimDataDir } from './claimDataDir.ts'
import { createDataDir } from './createDataDir.ts'
import { loadSecrets } from './loadSecrets.ts'
import { processEnv } from './processEnv.ts'
import { readSettings } from './readSettings.ts'
import { resolveDataDir } from './resolveDataDir.ts'
import type { Session } from './runCommand.ts'
import { readRunFile } from './runFile.ts'
import { startServices } from './startServices.ts'

/** The environment for a command that works on the data: of the running stack, else of a PostgreSQL and Redis for now. */
export async function openDatabase(session: Session): Promise<NodeJS.ProcessEnv> {
  const settings = readSettings(process.env, { isLive: false, isDev: false })
  const run = readRunFile(`${resolveDataDir()}/run.json`)
  const { databaseUrl, redisUrl } = (run?.isRunning && run.content) || {}
  const isReady = databaseUrl !== undefined && redisUrl !== undefined
  const dataDir = isReady ? createDataDir(resolveDataDir()) : await claimDataDir(session)
  const secrets = loadSecrets(dataDir.file('secrets.json'))
  const { external } = settings
  const services = isReady
    ? { databaseUrl, redisUrl }
    : await startServices({ dataDir, session, secrets, external, cacheDir: dataDir.cache })
  return processEnv({ base: process.env, settings, services, secrets: secrets.values, dataDir })
}
