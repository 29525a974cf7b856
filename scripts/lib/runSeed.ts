import { join } from 'node:path'
import { ExpectedFailure } from './expectedFailure.mjs'
import { projectRoot } from './projectRoot.ts'
import type { Session } from './runCommand.ts'
import { lastLines, runTool } from './runTool.mjs'
import { texts } from './texts.mjs'

/** Makes the accounts that are missing in the database of `env` and writes CREDENTIALS_FILE. */
export async function runSeed(session: Session, env: NodeJS.ProcessEnv): Promise<void> {
  const { guard, signal } = session
  const script = join(projectRoot, 'src', 'seed.ts')
  const { code, output } = await runTool(process.execPath, [script], { cwd: projectRoot, env, guard, signal })
  session.throwIfStopping()
  if (code !== 0) throw ExpectedFailure.from(texts.seedFailed(lastLines(output)))
}
