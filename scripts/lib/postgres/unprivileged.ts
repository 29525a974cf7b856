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
/** The right to pass through folders like /root. */
const PASS = '+dac_override'

/**
 * PostgreSQL does not run as root. In a user namespace root looks like an ordinary user and still reaches its
 * own files, even under /root. Where namespaces are forbidden (most containers), another user must do: one
 * who keeps the right to pass everywhere, or else one who can reach the folder anyway.
 *
 * @param folder where the program will work
 */
export async function findUnprivileged(folder: string): Promise<Unprivileged | undefined> {
  if (process.getuid?.() !== 0) return { runAs: (command, args) => ({ command, args }), giveAway: () => {} }
  const inNamespace: Unprivileged = {
    runAs: (command, args) => ({ command: 'unshare', args: [...NAMESPACE, command, ...args] }),
    giveAway: (path) => changeOwner(path, 0, 0),
  }
  if (await canReach(inNamespace, folder)) return inNamespace

  const user = findUser('postgres') ?? findUser('nobody')
  if (!user) return undefined
  const { uid, gid } = user
  const giveAway = (path: string) => changeOwner(path, uid, gid)
  const identity = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=${PASS}`,
    `--ambient-caps=${PASS}`,
  ]
  const withRight: Unprivileged = {
    runAs: (command, args) => ({ command: 'setpriv', args: [...identity, command, ...args] }),
    giveAway,
  }
  if (await canReach(withRight, folder)) return withRight
  const plain: Unprivileged = { runAs: (command, args) => ({ command, args, ...user }), giveAway }
  return (await canReach(plain, folder)) ? plain : undefined
}

async function canReach({ runAs }: Unprivileged, folder: string): Promise<boolean> {
  // By doing it: `test -x` would ask for the user's rights without the one that was kept.
  const { command, args, uid, gid } = runAs('stat', [`${folder}/.`])
  return (await runTool(command, args, { uid, gid, cwd: '/' })).code === 0
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
