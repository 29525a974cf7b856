import { execFileSync } from 'node:child_process'
import { chownSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from '../runTool.mjs'

export interface Call {
  command: string
  args: string[]
  uid?: number
  gid?: number
}

/** How to call a program that refuses to run as root. */
export type RunAs = (command: string, args: string[]) => Call

export interface Unprivileged {
  runAs: RunAs
  /** Hands a folder over to the user under whom the program will run. */
  giveAway: (folder: string) => void
}

const NAMESPACE = ['--user', '--map-user=1', '--map-group=1']

/**
 * PostgreSQL does not run as root. In a user namespace root looks like an ordinary user and still reaches its
 * own files, even under /root. Where namespaces are forbidden, another user must do, and gets the folder.
 */
export async function findUnprivileged(): Promise<Unprivileged | undefined> {
  const direct: Unprivileged = { runAs: (command, args) => ({ command, args }), giveAway: () => {} }
  if (process.getuid?.() !== 0) return direct
  const probe = await runTool('unshare', [...NAMESPACE, 'true'])
  if (probe.code === 0)
    return {
      runAs: (command, args) => ({ command: 'unshare', args: [...NAMESPACE, command, ...args] }),
      giveAway: (folder) => changeOwner(folder, 0, 0),
    }
  const user = findUser('postgres') ?? findUser('nobody')
  if (!user) return undefined
  return {
    runAs: (command, args) => ({ command, args, ...user }),
    giveAway: (folder) => changeOwner(folder, user.uid, user.gid),
  }
}

function findUser(name: string): { uid: number; gid: number } | undefined {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
  } catch {
    return undefined
  }
}

function changeOwner(folder: string, uid: number, gid: number): void {
  chownSync(folder, uid, gid)
  if (readdirSync(folder).length > 0) execFileSync('chown', ['-R', `${uid}:${gid}`, join(folder, '.')])
}
