import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

import { Pool } from 'pg'

import type { Credentials } from '../../scripts/lib/readCredentials.ts'
import { signIn } from '../../scripts/lib/signIn.ts'
import { createEmulatorClient } from '../../telegram-emulator/src/client.ts'
import { startEmulator } from '../../telegram-emulator/src/startEmulator.ts'
import { freePort } from '../../tests/helpers/freePort.ts'
import { startProcess } from '../../tests/helpers/startProcess.ts'
import { createApi } from './createApi.ts'

const run = promisify(execFile)

/**
 * The product as it runs, on the emulator's clock: web and runner as processes, and the emulator in this one. They
 * come back on the same ports when they are started again.
 *
 * @param env settings of an installation of its own, with an empty database
 * @param nodeArgs more arguments for the Node of the web process
 */
export const startStack = async (env: Record<string, string>, nodeArgs: string[] = []) => {
  await run(process.execPath, ['src/seed.ts'], { env: { ...process.env, ...env } })
  const credentials = JSON.parse(await readFile(env.CREDENTIALS_FILE ?? '', 'utf8')) as Credentials
  const emulator = await startEmulator({ port: 0 })
  const [webPort, runnerPort] = [await freePort(), await freePort()]
  const webUrl = `http://localhost:${webPort}`
  const settings = {
    ...env,
    PORT: String(webPort),
    PUBLIC_URL: webUrl,
    RUNNER_PORT: String(runnerPort),
    RUNNER_PUBLIC_URL: `http://127.0.0.1:${runnerPort}`,
    CMS_URL: `http://127.0.0.1:${webPort}`,
    TELEGRAM_WEB_ROOT: emulator.url,
    TELEGRAM_API_ROOT: emulator.url,
    CLOCK_URL: emulator.url,
    // The pace of bots is one of real time, of which a simulated day has none.
    BULK_MESSAGES_PER_SECOND: '1000',
  }
  const web = await startProcess('src/server.ts', {
    ...settings,
    ...(nodeArgs.length > 0 && { NODE_OPTIONS: nodeArgs.join(' ') }),
  })
  const runner = await startProcess('bot-runner/src/main.ts', settings)
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: 2 })
  // A server that is killed takes its connections with it; the next query opens another.
  pool.on('error', () => undefined)
  const token = await signIn(webUrl, credentials.creator)
  if (token === undefined) throw new Error('the creator cannot sign in')

  return {
    emulatorUrl: emulator.url,
    emulator: createEmulatorClient(emulator.url),
    creator: createApi(webUrl, () => token),
    pool,
    web,
    runner,
    stop: async () => {
      await runner.stop()
      await web.stop()
      await pool.end()
      await emulator.close()
    },
  }
}

export type SimulatedStack = Awaited<ReturnType<typeof startStack>>
