import { spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath, URL } from 'node:url'
import { processIdentity } from './processIdentity.mjs'

const guardianFile = fileURLToPath(new URL('./guardian.mjs', import.meta.url))

/**
 * @typedef {object} Guard
 * @property {(entry: Omit<import('./stopProcesses.mjs').TrackedProcess, 'identity'>) => import('./stopProcesses.mjs').TrackedProcess} track
 * @property {(pid: number) => void} untrack
 * @property {(path: string) => void} removeAtDeath a file or folder that must not outlive this process
 * @property {(path: string) => void} keep the opposite
 * @property {() => void} dismiss this process is about to end by itself
 */

/**
 * Starts the guardian of this process (see guardian.mjs), and another one should somebody end it.
 *
 * @returns {Guard}
 */
export function startGuard() {
  /** @type {Map<number, object>} */
  const tracked = new Map()
  /** @type {Set<string>} */
  const leftovers = new Set()
  let isDismissed = false
  let guardian = launch()

  function launch() {
    const child = spawn(process.execPath, [guardianFile], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      cwd: '/',
    })
    child.stdin.on('error', () => {})
    child.on('error', () => {})
    child.on('exit', () => {
      if (isDismissed) return
      guardian = launch()
      for (const entry of tracked.values()) say({ op: 'track', ...entry })
      for (const path of leftovers) say({ op: 'remove', path })
    })
    // Neither it nor the pipe to it keeps us from ending.
    const pipe = /** @type {import('node:net').Socket} */ (child.stdin)
    pipe.unref()
    child.unref()
    return child
  }

  /** A pipe is written to synchronously: what has been said is heard even if we are killed at once.
   * @param {object} message
   */
  function say(message) {
    guardian.stdin.write(`${JSON.stringify(message)}\n`)
  }

  return {
    track(entry) {
      const full = { ...entry, identity: processIdentity(entry.pid) }
      tracked.set(entry.pid, full)
      say({ op: 'track', ...full })
      return full
    },
    untrack(pid) {
      tracked.delete(pid)
      say({ op: 'untrack', pid })
    },
    removeAtDeath(path) {
      leftovers.add(path)
      say({ op: 'remove', path })
    },
    keep(path) {
      leftovers.delete(path)
      say({ op: 'keep', path })
    },
    dismiss() {
      isDismissed = true
      // A tool that is still ending (it was asked to a moment ago) is left to the guardian.
      if (tracked.size === 0) say({ op: 'bye' })
      guardian.stdin.end()
    },
  }
}
