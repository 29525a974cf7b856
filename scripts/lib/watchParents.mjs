import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import process from 'node:process'
import { clearInterval, setInterval, setTimeout } from 'node:timers'
import { isSameProcess, processIdentity } from './processIdentity.mjs'

/** Names, in a launcher's environment, the process that found Node 24 for it (see run.mjs). */
export const BOOTSTRAP_PID = 'GONGBU_BOOTSTRAP_PID'

const PERIOD_MS = 400

/**
 * Ends with the one who asked: if the npm that runs this script is gone (killed, or its terminal closed),
 * nobody is left to stop us. Only that npm and our own bootstrap count: a shell that started us in the
 * background may well exit, and in a container the parent is pid 1 from the beginning.
 *
 * @param {(reason: string) => void} onGone
 */
export function watchParents(onGone) {
  let isNohup = false
  // Node undoes the ignored SIGHUP that nohup hands down, and npm dies of it. What is left to tell a nohup
  // by is that no terminal is attached: then the hang-up, and npm's death of it, are to be survived.
  process.on('SIGHUP', () => {
    if (hasTerminal()) onGone('SIGHUP')
    else isNohup = true
  })
  const watched = findParents().map((pid) => ({ pid, identity: processIdentity(pid) }))
  if (watched.length === 0) return
  const timer = setInterval(() => {
    if (isNohup || watched.every(({ pid, identity }) => isSameProcess(pid, identity))) return
    clearInterval(timer)
    // The hang-up that ended npm may still be on its way to us.
    setTimeout(() => {
      if (!isNohup) onGone('parent')
    }, 100)
  }, PERIOD_MS)
  timer.unref()
}

function hasTerminal() {
  return Boolean(process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY)
}

/** @returns {number[]} */
function findParents() {
  const bootstrap = Number(process.env[BOOTSTRAP_PID])
  const own = bootstrap === process.ppid ? [bootstrap] : []
  // An npm further up that runs some other script is not the one who asked for us.
  if (!process.env.npm_lifecycle_script?.includes('run.mjs')) return own
  let pid = own.length > 0 ? parentOf(process.ppid) : process.ppid
  if (!isPackageManager(pid)) pid = parentOf(pid)
  return isPackageManager(pid) ? [...own, pid] : own
}

/** @param {number} pid */
function isPackageManager(pid) {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/, 2)
    return words.some((word) => /^(npm|npx|pnpm|yarn)(-cli)?(\.c?js)?$/.test(basename(word)))
  } catch {
    return false
  }
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}
