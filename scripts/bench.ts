import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb } from './lib/buildWeb.ts'
import { ExpectedFailure } from './lib/expectedFailure.mjs'
import { projectRoot } from './lib/projectRoot.ts'
import { runCommand } from './lib/runCommand.ts'
import { runTool } from './lib/runTool.mjs'
import { startTestServices } from './lib/startTestServices.ts'
import { texts } from './lib/texts.mjs'
import { withoutProductVariables } from './lib/withoutProductVariables.ts'

/** npm run bench -- <name> [arguments]: a bench on a PostgreSQL and a Redis of its own, durable as in production. */
await runCommand(
  async (session, [name = '', ...args]) => {
    const script = join(projectRoot, 'bench', `${name}.ts`)
    if (!/^[\w-]+$/.test(name) || !existsSync(script)) throw ExpectedFailure.from(texts.noBench(name))
    const services = await startTestServices(session, { isDurable: true })
    const env = {
      ...withoutProductVariables(process.env),
      TEST_DATABASE_ADMIN_URL: services.adminDatabaseUrl,
      TEST_REDIS_URL: services.redisUrl,
      NEXT_DIST_DIR: await buildWeb(session),
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
