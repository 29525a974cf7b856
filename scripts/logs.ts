import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readFrom, sizeOf } from './lib/logFile.ts'
import { resolveDataDir } from './lib/resolveDataDir.ts'
import { runCommand } from './lib/runCommand.ts'
import { texts } from './lib/texts.mjs'

const PERIOD_MS = 300
const FIRST_LINES = 15

/** Follows the logs of the stack, or of the processes that are named: npm run dev:logs -- runner web. */
await runCommand(async ({ progress, stopRequested }, names) => {
  const folder = join(resolveDataDir(), 'logs')
  const positions = new Map<string, number>()

  const print = (file: string, text: string, count = Infinity) => {
    const name = basename(file, '.log').padEnd(8)
    const lines = text.split('\n').filter((line) => line !== '')
    for (const line of lines.slice(-count)) process.stdout.write(`${name} ${line}\n`)
  }
  const look = () => {
    for (const file of listLogs(folder, names)) {
      const size = sizeOf(file)
      const known = positions.get(file)
      // A log that has become shorter is a new one.
      const from = known === undefined || size < known ? 0 : known
      if (size > from) print(file, readFrom(file, from), known === undefined ? FIRST_LINES : Infinity)
      positions.set(file, size)
    }
  }
  look()
  if (positions.size === 0) return progress.say(texts.noLogs(folder))
  const timer = setInterval(look, PERIOD_MS)
  await stopRequested
  clearInterval(timer)
})

function listLogs(folder: string, names: string[]): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.log'))
      .filter((file) => names.length === 0 || names.includes(basename(file, '.log')))
      .map((file) => join(folder, file))
  } catch {
    return []
  }
}
