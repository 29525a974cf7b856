import { launchStack } from './lib/launchStack.ts'
import { runCommand } from './lib/runCommand.ts'

await runCommand((session, args) => launchStack(session, { isDev: true, isLive: args.includes('--live') }))
