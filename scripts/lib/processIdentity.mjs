import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'

/**
 * A pid alone says nothing once its process has ended: the number is given out again. The start time beside
 * it makes it a name, so that nobody ever signals a stranger.
 *
 * @param {number} pid
 * @returns {string | undefined} the start time as the system counts it; nothing if the process has ended
 */
export function processIdentity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the name in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const isEnded = fields[0] === 'Z' || fields[0] === 'X'
    return isEnded ? undefined : fields[19]
  } catch {
    return process.platform === 'linux' ? undefined : identityFromPs(pid)
  }
}

/** @param {number} pid */
function identityFromPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return line === '' || line.startsWith('Z') ? undefined : line.slice(line.indexOf(' ')).trim()
  } catch {
    return undefined
  }
}

/**
 * @param {number | undefined} pid
 * @param {string | undefined} identity
 * @returns {boolean}
 */
export function isSameProcess(pid, identity) {
  return pid !== undefined && identity !== undefined && processIdentity(pid) === identity
}
