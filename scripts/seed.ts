import { openDatabase } from './lib/openDatabase.ts'
import { runCommand } from './lib/runCommand.ts'
import { runSeed } from './lib/runSeed.ts'
import { texts } from './lib/texts.mjs'

/** Makes the accounts that are missing; their passwords are in credentials.json. */
await runCommand(async (session) => {
  const env = await openDatabase(session)
  const step = session.progress.step(texts.accounts)
  await runSeed(session, env)
  step.done(texts.accountsReady(env.CREDENTIALS_FILE ?? ''))
})
