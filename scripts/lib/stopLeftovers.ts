import { isSameProcess } from './processIdentity.mjs'
import type { ProcessName, RunFile } from './runFile.ts'
import { stopProcesses } from './stopProcesses.mjs'
import { stopOrder } from './superviseProcess.ts'

/** Stops what is still running of a stack whose launcher is dead; its guardian may be doing the same. */
export async function stopLeftovers({ processes }: RunFile): Promise<void> {
  const left = (Object.keys(processes) as ProcessName[]).flatMap((name) => {
    const entry = processes[name]
    if (!entry || !isSameProcess(entry.pid, entry.identity)) return []
    const signal = name === 'postgres' ? ('SIGINT' as const) : ('SIGTERM' as const)
    return [{ name, ...entry, order: stopOrder[name], signal, limitMs: 15_000 }]
  })
  await stopProcesses(left)
}
