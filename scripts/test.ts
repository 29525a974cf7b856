import { existsSync } from 'node:fs'
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
import { runTool } from './lib/runTool.mjs'
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
    const results: { suite: string; isPassed: boolean; ms: number }[] = []
    const run = async (suite: Suite, isShown: boolean) => {
      const since = Date.now()
      session.progress.say(texts.suiteBegins(suite.name))
      const isPassed = await runSuite(suite, session, env, { filters, isShown })
      session.throwIfStopping()
      const ms = Date.now() - since
      results.push({ suite: suite.name, isPassed, ms })
      session.progress.say(texts.suiteEnds(suite.name, isPassed, elapsed(ms)))
    }
    for (const turn of toTurns(selected)) {
      const left = turn.values()
      const runNext = async () => {
        for (const suite of left) await run(suite, turn.length === 1)
      }
      await Promise.all([runNext(), runNext()])
    }
    const rows = results.map(({ suite, isPassed, ms }) => texts.suiteRow(suite, isPassed, elapsed(ms)))
    const failed = results.filter(({ isPassed }) => !isPassed).length
    session.progress.say(['', ...rows, '', texts.suiteTotal(results.length - failed, failed)].join('\n'))
    return failed === 0 ? 0 : 1
  },
  { isIsolated: true },
)

/** What a suite needs is got when the first one needs it, and shared by the later ones through `env`. */
async function runSuite(
  suite: Suite,
  session: Session,
  env: NodeJS.ProcessEnv,
  { filters, isShown }: { filters: string[]; isShown: boolean },
): Promise<boolean> {
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
    session.progress.say(texts.failure(error instanceof Error ? error.message : String(error)))
    return false
  }
  if (suite.name === 'generated') return checkGenerated(session, env)
  if (!suite.call) return true
  const { command, args } = suite.call(filters)
  if (!existsSync(command)) {
    session.progress.say(texts.failure(texts.toolMissing(command)))
    return false
  }
  // Test files load the product's modules as well.
  if (suite.needs.includes('services')) env.NODE_OPTIONS = `--import ${pathToFileURL(quickImports).href}`
  const { guard, signal } = session
  const options = { cwd: projectRoot, guard, signal, isShown }
  // A tool that looks into the configuration wants the settings to be there, whatever they are.
  const settings = suite.needs.includes('settings') ? buildEnv : {}
  const { code, output } = await runTool(command, args, { ...options, env: { ...env, ...settings } })
  if (output.trim() !== '') session.progress.say(output.trimEnd())
  return code === 0
}
