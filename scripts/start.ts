import { launchStack } from './lib/launchStack.ts'
import { runCommand } from './lib/runCommand.ts'

await runCommand((session, args) => launchStack(session, { isDev: false, isLive: args.includes('--live') }))
