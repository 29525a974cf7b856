import { ExpectedFailure } from './expectedFailure.mjs'
import { readCredentials, type Credentials } from './readCredentials.ts'
import type { Session } from './runCommand.ts'
import { runSeed } from './runSeed.ts'
import { signIn } from './signIn.ts'
import { texts } from './texts.mjs'

/** The accounts of an installation: made by src/seed.ts unless the ones in credentials.json sign in. */
export async function ensureAccounts(
  session: Session,
  webUrl: string,
  env: NodeJS.ProcessEnv,
): Promise<Credentials> {
  const file = env.CREDENTIALS_FILE ?? ''
  const step = session.progress.step(texts.accounts)
  const known = readCredentials(file)
  if (known && (await signIn(webUrl, known.creator)) !== undefined) {
    step.done(texts.accountsReady(file))
    return known
  }
  await runSeed(session, env)
  const credentials = readCredentials(file)
  if (!credentials) {
    step.fail()
    throw ExpectedFailure.from(texts.seedFailed(texts.noCredentials(file)))
  }
  step.done(texts.accountsMade(file))
  return credentials
}
