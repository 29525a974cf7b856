import { createDataDir, type DataDir } from './createDataDir.ts'
import { ExpectedFailure } from './expectedFailure.mjs'
import { requireDiskSpace } from './requireDiskSpace.mjs'
import { resolveDataDir } from './resolveDataDir.ts'
import type { Session } from './runCommand.ts'
import { readRunFile } from './runFile.ts'
import { stopLeftovers } from './stopLeftovers.ts'
import { takeLock } from './takeLock.ts'
import { texts } from './texts.mjs'

/** The data folder, for this command alone: two PostgreSQL servers in one folder would ruin it. */
export async function claimDataDir(session: Session): Promise<DataDir> {
  const dataDir = createDataDir(resolveDataDir())
  const run = readRunFile(dataDir.file('run.json'))
  const release = takeLock(dataDir.file('launcher.lock'))
  if (!release) {
    const urls = run?.content.urls ?? {}
    const lines = Object.entries(urls).map(([name, url]) => `    ${name.padEnd(9)} ${url}`)
    throw ExpectedFailure.from(texts.alreadyRunning(dataDir.path, lines.join('\n')))
  }
  session.guard.removeAtDeath(dataDir.file('launcher.lock'))
  session.onStopped(release)
  // A launcher that was killed a moment ago: its processes still hold ports and the database folder.
  if (run && !run.isRunning) await stopLeftovers(run.content)
  requireDiskSpace(dataDir.path, 300)
  return dataDir
}
