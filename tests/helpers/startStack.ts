import { createEmulatorClient } from '../../telegram-emulator/src/client.ts'
import { startEmulator } from '../../telegram-emulator/src/startEmulator.ts'
import { freePort } from './freePort.ts'
import { productEnv } from './productEnv.ts'
import { startProcess } from './startProcess.ts'

export const platformBot = { username: 'platform_bot', name: 'Platform', can_manage_bots: true }

/**
 * The product as it runs: web and runner as processes, the emulator in this one, on free ports and the
 * test file's own database.
 */
export const startStack = async (settings: Record<string, string> = {}, { hasPlatformBot = false } = {}) => {
  const emulator = await startEmulator({ port: 0 })
  const client = createEmulatorClient(emulator.url)
  const webPort = Number(settings.PORT ?? (await freePort()))
  const runnerPort = await freePort()
  const webUrl = `http://localhost:${webPort}`
  const runnerUrl = `http://127.0.0.1:${runnerPort}`
  const env = {
    ...productEnv(),
    PORT: String(webPort),
    PUBLIC_URL: webUrl,
    TELEGRAM_WEB_ROOT: emulator.url,
    TELEGRAM_API_ROOT: emulator.url,
    CLOCK_URL: emulator.url,
    TELEGRAM_LOGIN_URL: emulator.url,
    TELEGRAM_KEYS_URL: `${emulator.url}/emulator/keys`,
    RUNNER_PORT: String(runnerPort),
    RUNNER_PUBLIC_URL: runnerUrl,
    CMS_URL: `http://127.0.0.1:${webPort}`,
    ...settings,
  }
  const web = await startProcess('src/server.ts', env)
  const platform = hasPlatformBot ? await client.createBot(platformBot) : undefined
  const runner = await startProcess('bot-runner/src/main.ts', {
    ...env,
    ...(platform && { PLATFORM_BOT_TOKEN: platform.token }),
  })

  return {
    env,
    webUrl,
    runnerUrl,
    emulatorUrl: emulator.url,
    emulator: client,
    platformToken: platform?.token ?? '',
    web,
    runner,
    stop: async () => {
      await runner.stop()
      await web.stop()
      await emulator.close()
    },
  }
}

export type Stack = Awaited<ReturnType<typeof startStack>>
