import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ExpectedFailure } from '../expectedFailure.mjs'
import { requireDiskSpace } from '../requireDiskSpace.mjs'
import type { Session } from '../runCommand.ts'
import { lastLines, runTool } from '../runTool.mjs'
import { texts } from '../texts.mjs'
import type { PostgresBinaries } from './findPostgres.ts'
import type { Unprivileged } from './unprivileged.ts'

/** Names of the UTF-8 locale that sorts by code point; macOS has no C.UTF-8. */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C']

interface ClusterOptions {
  /** The data folder to be; it appears complete or not at all. */
  directory: string
  binaries: PostgresBinaries
  unprivileged: Unprivileged
  password: string
  session: Session
}

/** Makes an empty database cluster unless there is one. Superuser: postgres. */
export async function prepareCluster(options: ClusterOptions): Promise<void> {
  const { directory, binaries, unprivileged, password, session } = options
  if (existsSync(join(directory, 'PG_VERSION'))) return
  requireDiskSpace(directory, 300)
  const work = mkdtempSync(`${directory}.new-`)
  const cluster = join(work, 'data')
  const passwordFile = join(work, 'password')
  mkdirSync(cluster, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  unprivileged.giveAway(work)
  try {
    let output = ''
    for (const locale of LOCALES) {
      const call = unprivileged.runAs(binaries.initdb, [
        ...['-D', cluster, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
        ...['--encoding=UTF8', `--locale=${locale}`, '--no-instructions'],
      ])
      const { uid, gid } = call
      const result = await runTool(call.command, call.args, {
        ...{ uid, gid, cwd: work, guard: session.guard, signal: session.signal },
      })
      session.throwIfStopping()
      output = result.output
      if (result.code === 0) return renameSync(cluster, directory)
      if (!output.includes('locale')) break
    }
    throw ExpectedFailure.from(texts.initdbFailed(lastLines(output)))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
