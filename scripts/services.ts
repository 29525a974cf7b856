import { join } from 'node:path'
import { resolveDataDir } from './lib/resolveDataDir.ts'
import { runCommand } from './lib/runCommand.ts'
import { startServices } from './lib/startServices.ts'
import { texts } from './lib/texts.mjs'

/** PostgreSQL and Redis alone, in DATA_DIR, until Ctrl-C: for working on one of the processes by hand. */
await runCommand(async (session) => {
  const dataDir = resolveDataDir()
  const services = await startServices({ dataDir, cacheDir: join(dataDir, 'cache'), session })
  session.progress.say(
    texts.services(services.databaseUrl, services.adminDatabaseUrl ?? '', services.redisUrl),
  )
  await session.stopRequested
})
