import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb } from './lib/buildWeb.ts'
import { ExpectedFailure } from './lib/expectedFailure.mjs'
import { projectRoot } from './lib/projectRoot.ts'
import { runCommand, type Session } from './lib/runCommand.ts'
import { runTool } from './lib/runTool.mjs'
import { startTestServices } from './lib/startTestServices.ts'
import { texts } from './lib/texts.mjs'
import { withoutProductVariables } from './lib/withoutProductVariables.ts'

/** Those that need no product. */
const WITHOUT_SERVICES = new Set(['emulator'])

/**
 * npm run bench -- <name> [arguments]: a bench on a PostgreSQL and a Redis of its own, durable as in production, if
 * it needs them.
 */
await runCommand(
  async (session, [name = '', ...args]) => {
    const script = join(projectRoot, 'bench', `${name}.ts`)
    if (!/^[\w-]+$/.test(name) || !existsSync(script)) throw ExpectedFailure.from(texts.noBench(name))
    const env = {
      ...withoutProductVariables(process.env),
      ...(!WITHOUT_SERVICES.has(name) && (await startProductParts(session))),
    }
    const { guard, signal } = session
    return (
      await runTool(process.execPath, [script, ...args], {
        cwd: projectRoot,
        env,
        guard,
        signal,
        isShown: true,
      })
    ).code
  },
  { isIsolated: true },
)

async function startProductParts(session: Session): Promise<Record<string, string | undefined>> {
  const services = await startTestServices(session, { isDurable: true })
  return {
    TEST_DATABASE_ADMIN_URL: services.adminDatabaseUrl,
    TEST_REDIS_URL: services.redisUrl,
    NEXT_DIST_DIR: await buildWeb(session),
  }
}
