import { join } from 'node:path'
import { openDatabase } from './lib/openDatabase.ts'
import { projectRoot } from './lib/projectRoot.ts'
import { runCommand } from './lib/runCommand.ts'
import { runTool } from './lib/runTool.mjs'

/** Runs the migrations; arguments are passed on. The web process does the same when it starts. */
await runCommand(async (session, args) => {
  const env = await openDatabase(session)
  const script = join(projectRoot, 'src', 'migrate.ts')
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
})
