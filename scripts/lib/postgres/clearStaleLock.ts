import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { processIdentity } from '../processIdentity.mjs'
import { stopProcesses } from '../stopProcesses.mjs'

/**
 * After a power cut or a SIGKILL the lock file names a pid that may meanwhile belong to anybody; PostgreSQL
 * would then refuse to start. If a server really still works in this folder, it is an orphan and is stopped:
 * the caller holds the lock on the whole data folder.
 */
export async function clearStaleLock(directory: string): Promise<void> {
  const lock = join(directory, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  const identity = processIdentity(pid)
  if (identity !== undefined) {
    const folder = workingFolder(pid)
    // Without /proc nobody can tell: PostgreSQL's own check decides.
    if (folder === undefined && process.platform !== 'linux') return
    if (folder === realpathSync(directory))
      await stopProcesses([{ name: 'postgres', pid, identity, order: 0, signal: 'SIGINT', limitMs: 10_000 }])
  }
  rmSync(lock, { force: true })
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}
