import { readEnv, type Env } from './env.ts'
import { processState } from './processState.ts'

/** The settings that this web process was started with: `readEnv` validates them anew each time, which takes its time. */
export const knownEnv = (): Env => (processState().env ??= readEnv())
