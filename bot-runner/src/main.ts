import { readEnv, type Env } from './env.ts'
import { describeError } from './describeError.ts'
import { createLogger } from './logger.ts'
import { startRunner } from './startRunner.ts'

const readEnvOrExit = (): Env => {
  try {
    return readEnv()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'unreadable settings'}\n`)
    process.exit(1)
  }
}

const env = readEnvOrExit()
const log = createLogger(env.LOG_LEVEL)

try {
  const runner = await startRunner(env, log)
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    runner.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: describeError(error) }, 'the shutdown failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // Whoever started us over a channel is gone: nothing shall be left behind.
  process.on('disconnect', stop)
  await runner.ready
  if (!isStopping) {
    log.info('ready')
    process.send?.({ type: 'ready', port: runner.port })
  }
} catch (error) {
  log.fatal({ error: describeError(error) }, 'the runner cannot start')
  process.exit(1)
}
