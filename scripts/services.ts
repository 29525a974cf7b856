import { claimDataDir } from './lib/claimDataDir.ts'
import { loadSecrets } from './lib/loadSecrets.ts'
import { runCommand } from './lib/runCommand.ts'
import { startServices } from './lib/startServices.ts'
import { texts } from './lib/texts.mjs'

/** PostgreSQL and Redis alone, in DATA_DIR, until Ctrl-C: for working on one of the processes by hand. */
await runCommand(async (session) => {
  const dataDir = await claimDataDir(session)
  const secrets = loadSecrets(dataDir.file('secrets.json'))
  const services = await startServices({ dataDir, secrets, session, cacheDir: dataDir.cache })
  session.progress.say(
    texts.services(services.databaseUrl, services.adminDatabaseUrl ?? '', services.redisUrl),
  )
  await session.stopRequested
})
