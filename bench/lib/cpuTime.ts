import { readdirSync, readFileSync } from 'node:fs'

/** The kernel counts CPU time in hundredths of a second, whatever its own clock (USER_HZ). */
const msPerTick = 10

type Stat = { parent: number; ticks: number }

const statOf = (pid: number): Stat | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name in brackets may hold blanks and brackets itself.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    // User and system time, own and of children that have ended.
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0)
    return { parent: Number(fields[1]), ticks }
  } catch {
    return undefined
  }
}

export const parentOf = (pid: number): number => {
  const stat = statOf(pid)
  if (stat === undefined) throw new Error(`no process ${pid}`)
  return stat.parent
}

/** CPU milliseconds that these processes and all below them have used so far. */
export const cpuTimeOf = (roots: readonly number[]): number => {
  const stats = new Map<number, Stat>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    const stat = Number.isInteger(pid) ? statOf(pid) : undefined
    if (stat) stats.set(pid, stat)
  }
  const isBelow = (pid: number): boolean => {
    for (let at = pid; at > 1; at = stats.get(at)?.parent ?? 0) if (roots.includes(at)) return true
    return false
  }
  let ticks = 0
  for (const [pid, stat] of stats) if (isBelow(pid)) ticks += stat.ticks
  return ticks * msPerTick
}
