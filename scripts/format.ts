import { checks } from './lib/checks.ts'
import { runCheck } from './lib/runCheck.ts'

await runCheck(checks.formatWrite())
