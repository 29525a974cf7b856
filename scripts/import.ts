import { join } from 'node:path'
import { reportLines } from './lib/importLines.ts'
import { openDatabase } from './lib/openDatabase.ts'
import { parseImportArgs } from './lib/parseImportArgs.ts'
import { personLocale } from './lib/personLocale.ts'
import { readCredentials } from './lib/readCredentials.ts'
import { readRunFile } from './lib/runFile.ts'
import { resolveDataDir } from './lib/resolveDataDir.ts'
import { runCommand } from './lib/runCommand.ts'
import { ImportRefused, runImport } from './lib/runImport.ts'
import { runSeed } from './lib/runSeed.ts'
import { texts } from './lib/texts.mjs'

const isJson = process.argv.includes('--json')
const writeJson = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)

/** npm run import -- <folder or .zip>: docs/guides/import.md */
await runCommand(
  async (session, args) => {
    const wanted = parseImportArgs(args, process.env.INIT_CWD ?? process.cwd())
    if (!wanted) return void session.progress.say(texts.importUsage)
    const { as, ...rest } = wanted
    const isRunning = readRunFile(join(resolveDataDir(), 'run.json'))?.isRunning
    const env = await openDatabase(session)
    // A running stack has its tables and accounts.
    if (!isRunning) await runSeed(session, env)
    const email = as ?? readCredentials(env.CREDENTIALS_FILE ?? '')?.creator.email ?? ''
    const locale = personLocale(process.env)
    try {
      const { report, presented } = await runImport(session, env, { ...rest, as: email, locale })
      if (isJson) writeJson({ ok: true, ...report })
      else session.progress.say(['', ...reportLines(presented, locale)].join('\n'))
    } catch (error) {
      if (!isJson || !(error instanceof ImportRefused)) throw error
      writeJson({ ok: false, ...error.failure })
      return 1
    }
  },
  { stream: isJson ? process.stderr : process.stdout },
)
