import { join } from 'node:path'
import { isSameProcess } from './lib/processIdentity.mjs'
import { resolveDataDir } from './lib/resolveDataDir.ts'
import { runCommand } from './lib/runCommand.ts'
import { readRunFile } from './lib/runFile.ts'
import { stopLeftovers } from './lib/stopLeftovers.ts'
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
  await stopLeftovers(content)
  step.done(texts.stopped)
})
