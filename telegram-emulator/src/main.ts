#!/usr/bin/env node
import { readFileSync } from 'node:fs'

import { pino } from 'pino'

import { HELP, readCommandLine } from './commandLine.ts'
import { readEnv } from './env.ts'
import { openInBrowser } from './openInBrowser.ts'
import { startEmulator } from './startEmulator.ts'

function readSettings() {
  try {
    const commandLine = readCommandLine(process.argv.slice(2))
    return { ...commandLine, env: readEnv(undefined, commandLine.settings) }
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nSee gongbu-telegram-emulator --help\n`)
    process.exit(2)
  }
}

function answer(text: string): never {
  process.stdout.write(text)
  process.exit(0)
}

function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

const { env, wants, publicUrl, isOpened } = readSettings()
if (wants === 'help') answer(HELP)
if (wants === 'version') answer(`${version()}\n`)
const logger = pino({ name: 'telegram-emulator', level: env.LOG_LEVEL })

const emulator = await startEmulator({
  port: env.EMULATOR_PORT,
  host: env.EMULATOR_HOST,
  dataFile: env.EMULATOR_DATA_FILE,
  smtpPort: env.EMULATOR_SMTP_PORT,
  logger,
}).catch((error: NodeJS.ErrnoException) => {
  const isBusy = error.code === 'EADDRINUSE'
  if (isBusy)
    logger.fatal({ port: env.EMULATOR_PORT }, 'the port is in use: set EMULATOR_PORT or --port to a free one')
  else logger.fatal({ err: error }, 'the emulator could not start')
  process.exit(1)
})

const url = publicUrl ?? emulator.url
logger.info({ port: emulator.port, url }, 'listening')
if (process.stderr.isTTY) process.stderr.write(`Chat page and Bot API root: ${url}\n`)
if (isOpened) openInBrowser(url, (error) => logger.warn({ err: error, url }, 'no browser could be opened'))
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
