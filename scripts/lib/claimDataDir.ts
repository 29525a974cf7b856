import { createDataDir, type DataDir } from './createDataDir.ts'
import { ExpectedFailure } from './expectedFailure.mjs'
import { requireDiskSpace } from './requireDiskSpace.mjs'
import { resolveDataDir } from './resolveDataDir.ts'
import type { Session } from './runCommand.ts'
import { readRunFile } from './runFile.ts'
import { takeLock } from './takeLock.ts'
import { texts } from './texts.mjs'

/** The data folder, for this command alone: two PostgreSQL servers in one folder would ruin it. */
export function claimDataDir(session: Session): DataDir {
  const dataDir = createDataDir(resolveDataDir())
  const release = takeLock(dataDir.file('launcher.lock'))
  if (!release) {
    const urls = readRunFile(dataDir.file('run.json'))?.content.urls ?? {}
    const lines = Object.entries(urls).map(([name, url]) => `    ${name.padEnd(9)} ${url}`)
    throw ExpectedFailure.from(texts.alreadyRunning(dataDir.path, lines.join('\n')))
  }
  session.guard.removeAtDeath(dataDir.file('launcher.lock'))
  session.onStopped(release)
  requireDiskSpace(dataDir.path, 300)
  return dataDir
}
