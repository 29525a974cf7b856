import { buildWeb } from './lib/buildWeb.ts'
import { runCommand } from './lib/runCommand.ts'

await runCommand(async (session) => {
  session.progress.say(`  NEXT_DIST_DIR=${await buildWeb(session)}`)
})
