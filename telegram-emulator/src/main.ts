import { pino } from 'pino'

import { readEnv, type Env } from './env.ts'
import { startEmulator } from './startEmulator.ts'

function readSettings(): Env {
  try {
    return readEnv()
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  }
}

const env = readSettings()
const logger = pino({ name: 'telegram-emulator', level: env.LOG_LEVEL })

const emulator = await startEmulator({
  port: env.EMULATOR_PORT,
  host: env.EMULATOR_HOST,
  dataFile: env.EMULATOR_DATA_FILE,
  logger,
}).catch((error: NodeJS.ErrnoException) => {
  const isBusy = error.code === 'EADDRINUSE'
  if (isBusy) logger.fatal({ port: env.EMULATOR_PORT }, 'the port is in use: set EMULATOR_PORT to a free one')
  else logger.fatal({ err: error }, 'the emulator could not start')
  process.exit(1)
})

logger.info({ port: emulator.port, url: emulator.url }, 'listening')
process.send?.({ type: 'ready', port: emulator.port })

let isStopping = false

function stop(reason: string): void {
  if (isStopping) return
  isStopping = true
  logger.info({ reason }, 'stopping')
  emulator.close().then(
    () => process.exit(0),
    (error: unknown) => {
      logger.fatal({ err: error }, 'stopping failed')
      process.exit(1)
    },
  )
}

process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// Whoever started us over a channel is gone: nothing shall be left behind.
process.on('disconnect', () => stop('disconnect'))
