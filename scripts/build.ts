import { buildWeb } from './lib/buildWeb.ts'
import { runCommand } from './lib/runCommand.ts'

/** npm run dev:build [-- folder]: the web process's pages, as `npm start` builds them. */
await runCommand(async (session, [folder]) => {
  session.progress.say(`  NEXT_DIST_DIR=${await buildWeb(session, folder)}`)
})
