import { join } from 'node:path'
import { buildWeb } from './lib/buildWeb.ts'
import { projectRoot } from './lib/projectRoot.ts'
import { runCommand } from './lib/runCommand.ts'
import { runTool } from './lib/runTool.mjs'
import { startTestServices } from './lib/startTestServices.ts'
import { withoutProductVariables } from './lib/withoutProductVariables.ts'

/** npm run simulate [-- options]: a month of learning on a PostgreSQL and a Redis of its own (docs/guides/simulation.md). */
await runCommand(
  async (session, args) => {
    const services = await startTestServices(session, { isDurable: true })
    const env = {
      ...withoutProductVariables(process.env),
      TEST_DATABASE_ADMIN_URL: services.adminDatabaseUrl,
      TEST_REDIS_URL: services.redisUrl,
      NEXT_DIST_DIR: await buildWeb(session),
    }
    const { guard, signal } = session
    const options = { cwd: projectRoot, env, guard, signal, isShown: true }
    return (await runTool(process.execPath, [join(projectRoot, 'simulate', 'main.ts'), ...args], options))
      .code
  },
  { isIsolated: true },
)
