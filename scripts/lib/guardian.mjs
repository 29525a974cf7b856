/**
 * A detached process that outlives its launcher by exactly as long as it takes to clean up after it. It
 * holds the reading end of a pipe; when the launcher dies in any way, SIGKILL included, the pipe closes, and
 * the guardian stops the launcher's children in order and removes what must not stay.
 *
 * One JSON message per line: {op:'track',…TrackedProcess} {op:'untrack',pid} {op:'remove',path}
 * {op:'keep',path} {op:'bye'}.
 */
import { readFileSync, rmSync } from 'node:fs'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { stopProcesses } from './stopProcesses.mjs'

// Ends by its pipe alone: a signal meant for the launcher's group or terminal is not for it.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => {})

const launcherPid = process.ppid
/** @type {Map<number, import('./stopProcesses.mjs').TrackedProcess>} */
const processes = new Map()
/** @type {Set<string>} */
const leftovers = new Set()
let isDismissed = false

const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => {
  const message = JSON.parse(line)
  if (message.op === 'track') processes.set(message.pid, message)
  if (message.op === 'untrack') processes.delete(message.pid)
  if (message.op === 'remove') leftovers.add(message.path)
  if (message.op === 'keep') leftovers.delete(message.path)
  if (message.op === 'bye') isDismissed = true
})

lines.on('close', async () => {
  if (isDismissed) process.exit(0)
  await stopProcesses(processes.values())
  for (const path of leftovers) {
    try {
      if (isOurs(path)) rmSync(path, { recursive: true, force: true })
    } catch {
      // A folder that cannot be removed now is swept at the next start.
    }
  }
  process.exit(0)
})

/** Another launcher may have begun meanwhile, and written its own lock and run file.
 * @param {string} path
 */
function isOurs(path) {
  try {
    const { pid, launcher } = JSON.parse(readFileSync(path, 'utf8'))
    return (pid ?? launcher ?? launcherPid) === launcherPid
  } catch {
    return true
  }
}
