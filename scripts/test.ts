import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildEnv } from './lib/buildEnv.ts'
import { buildWeb } from './lib/buildWeb.ts'
import { checkGenerated } from './lib/checkGenerated.ts'
import { findChromium } from './lib/findChromium.ts'
import { elapsed } from './lib/progress.mjs'
import { projectRoot } from './lib/projectRoot.ts'
import { quickImports } from './lib/quickImports.ts'
import { runCommand, type Session } from './lib/runCommand.ts'
import { lastLines, runTool } from './lib/runTool.mjs'
import { startTestServices } from './lib/startTestServices.ts'
import { selectSuites, toTurns, type Suite } from './lib/suites.ts'
import { texts } from './lib/texts.mjs'
import { withoutProductVariables } from './lib/withoutProductVariables.ts'

/** Every suite, or those that are named; the rest runs even if one fails. What runs beside another says all when it ends. */
await runCommand(
  async (session, args) => {
    const { selected, filters } = selectSuites(args)
    const env = withoutProductVariables(process.env)
    // The tests start the product a hundred times: each but the first finds its modules compiled.
    env.NODE_COMPILE_CACHE ??= join(projectRoot, '.gongbu', 'compile-cache')
    const results: ({ suite: string; ms: number } & Outcome)[] = []
    const run = async (suite: Suite, isShown: boolean) => {
      const since = Date.now()
      session.progress.say(texts.suiteBegins(suite.name))
      const outcome = await runSuite(suite, session, env, { filters, isShown })
      session.throwIfStopping()
      const ms = Date.now() - since
      results.push({ suite: suite.name, ms, ...outcome })
      session.progress.say(texts.suiteEnds(suite.name, outcome.isPassed, elapsed(ms)))
    }
    for (const turn of toTurns(selected)) {
      const left = turn.values()
      const runNext = async () => {
        for (const suite of left) await run(suite, turn.length === 1)
      }
      await Promise.all([runNext(), runNext()])
    }
    const rows = results.map(({ suite, isPassed, ms }) => texts.suiteRow(suite, isPassed, elapsed(ms)))
    const failed = results.filter(({ isPassed }) => !isPassed)
    // A log of an hour is read from its end: what failed stands there once more.
    const reasons = failed.map(({ suite, why = '' }) => texts.suiteFailure(suite, why))
    const total = texts.suiteTotal(results.length - failed.length, failed.length)
    session.progress.say([...reasons, '', ...rows, '', total].join('\n'))
    return failed.length === 0 ? 0 : 1
  },
  { isIsolated: true },
)

interface Outcome {
  isPassed: boolean
  /** What failed, for a person. */
  why?: string
}

/** What a suite needs is got when the first one needs it, and shared by the later ones through `env`. */
async function runSuite(
  suite: Suite,
  session: Session,
  env: NodeJS.ProcessEnv,
  { filters, isShown }: { filters: string[]; isShown: boolean },
): Promise<Outcome> {
  try {
    if (suite.needs.includes('services') && env.TEST_REDIS_URL === undefined) {
      const services = await startTestServices(session)
      env.TEST_DATABASE_ADMIN_URL = services.adminDatabaseUrl
      env.TEST_REDIS_URL = services.redisUrl
    }
    if (suite.needs.includes('build')) env.NEXT_DIST_DIR = await buildWeb(session)
    if (suite.needs.includes('chromium')) env.CHROMIUM_PATH = await findChromium(session)
  } catch (error) {
    session.throwIfStopping()
    return failure(session, error instanceof Error ? error.message : String(error))
  }
  if (suite.name === 'generated') {
    const faults = await checkGenerated(session, env)
    return faults === '' ? { isPassed: true } : failure(session, faults)
  }
  if (!suite.call) return { isPassed: true }
  const { command, args } = suite.call(filters)
  if (!existsSync(command)) return failure(session, texts.toolMissing(command))
  // Test files load the product's modules as well.
  if (suite.needs.includes('services')) env.NODE_OPTIONS = `--import ${pathToFileURL(quickImports).href}`
  const { guard, signal } = session
  const failures = join(projectRoot, '.gongbu', 'failures', `${suite.name}.txt`)
  await rm(failures, { force: true })
  const options = { cwd: projectRoot, guard, signal, isShown }
  // A tool that looks into the configuration wants the settings to be there, whatever they are.
  const settings = suite.needs.includes('settings') ? buildEnv : {}
  const { code, output } = await runTool(command, args, {
    ...options,
    env: { ...env, ...settings, FAILURES_FILE: failures },
  })
  if (output.trim() !== '') session.progress.say(output.trimEnd())
  if (code === 0) return { isPassed: true }
  return {
    isPassed: false,
    why: suite.isReporting === true ? await readFailures(failures) : lastLines(output),
  }
}

function failure(session: Session, why: string): Outcome {
  session.progress.say(texts.failure(why))
  return { isPassed: false, why }
}

/** A runner that was killed leaves none; then its output says why. */
function readFailures(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => texts.noReport)
}
