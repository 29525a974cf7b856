import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { isSameProcess, processIdentity } from './processIdentity.mjs'

/**
 * @typedef {object} TrackedProcess
 * @property {string} name
 * @property {number} pid leader of its own process group
 * @property {string | undefined} identity see processIdentity
 * @property {number} order lower numbers are stopped first; equal ones together
 * @property {NodeJS.Signals} signal the polite request to end
 * @property {number} limitMs after this long it is killed
 */

/**
 * Stops processes in their order: asks politely, waits, then kills. What a process left in its group
 * (a child it did not clean up) is killed with it.
 *
 * @param {Iterable<TrackedProcess>} processes
 * @param {{ isForced?: () => boolean }} [options] isForced: patience is over, kill what is left
 */
export async function stopProcesses(processes, { isForced = () => false } = {}) {
  const orders = Map.groupBy ? Map.groupBy(processes, (entry) => entry.order) : groupByOrder(processes)
  for (const order of [...orders.keys()].sort((a, b) => a - b)) {
    await Promise.all((orders.get(order) ?? []).map((entry) => stopOne(entry, isForced)))
  }
}

/**
 * @param {TrackedProcess} entry
 * @param {() => boolean} isForced
 */
async function stopOne(entry, isForced) {
  if (isSameProcess(entry.pid, entry.identity)) {
    send(entry.pid, entry.signal)
    const deadline = Date.now() + entry.limitMs
    while (isSameProcess(entry.pid, entry.identity) && Date.now() < deadline && !isForced()) await sleep(20)
  }
  const isStuck = isSameProcess(entry.pid, entry.identity)
  // A number is not given out again while a group bears it. So the group is ours, unless a stranger leads it.
  if (isStuck || processIdentity(entry.pid) === undefined) send(-entry.pid, 'SIGKILL')
  if (!isStuck) return
  send(entry.pid, 'SIGKILL')
  // A killed process is gone at once, unless the kernel holds it in a disk wait.
  for (let i = 0; i < 100 && isSameProcess(entry.pid, entry.identity); i++) await sleep(20)
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function send(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended meanwhile.
  }
}

/** Node 20 has no Map.groupBy.
 * @param {Iterable<TrackedProcess>} processes
 */
function groupByOrder(processes) {
  /** @type {Map<number, TrackedProcess[]>} */
  const groups = new Map()
  for (const entry of processes) groups.set(entry.order, [...(groups.get(entry.order) ?? []), entry])
  return groups
}
