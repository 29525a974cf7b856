import { join } from 'node:path'
import { isSameProcess } from './lib/processIdentity.mjs'
import { resolveDataDir } from './lib/resolveDataDir.ts'
import { runCommand } from './lib/runCommand.ts'
import { readRunFile, type ProcessName } from './lib/runFile.ts'
import { stopProcesses } from './lib/stopProcesses.mjs'
import { stopOrder } from './lib/superviseProcess.ts'
import { texts } from './lib/texts.mjs'
import { waitUntil } from './lib/waitUntil.ts'

const LIMIT_MS = 90_000

/** Stops the stack of this data folder, wherever it was started. */
await runCommand(async ({ progress, signal }) => {
  const run = readRunFile(join(resolveDataDir(), 'run.json'))
  if (!run) return progress.say(texts.notRunning)
  const { content, isRunning } = run
  const step = progress.step(texts.stoppingStack(content.launcher))
  const hasEnded = () => !isSameProcess(content.launcher, content.launcherIdentity)
  if (isRunning) {
    process.kill(content.launcher, 'SIGTERM')
    if (!(await waitUntil(hasEnded, { limitMs: LIMIT_MS, signal }))) process.kill(content.launcher, 'SIGKILL')
  }
  // Whatever is left if the launcher was killed together with its guardian.
  await stopProcesses(
    (Object.keys(content.processes) as ProcessName[]).flatMap((name) => {
      const entry = content.processes[name]
      if (!entry || !isSameProcess(entry.pid, entry.identity)) return []
      const signalOf = name === 'postgres' ? ('SIGINT' as const) : ('SIGTERM' as const)
      return [{ name, ...entry, order: stopOrder[name], signal: signalOf, limitMs: 15_000 }]
    }),
  )
  step.done(texts.stopped)
})
