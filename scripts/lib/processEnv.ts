import type { DataDir } from './createDataDir.ts'
import type { Secrets } from './loadSecrets.ts'
import type { Settings } from './readSettings.ts'
import type { Services } from './startServices.ts'

interface EnvOptions {
  base: Record<string, string | undefined>
  settings: Settings
  services: Pick<Services, 'databaseUrl' | 'redisUrl'>
  secrets: Secrets
  dataDir: DataDir
  nextDistDir?: string
}

/**
 * The environment that the product's processes share. What the caller has set wins over what was made up. The
 * platform bot's token is the runner's alone and not among it.
 */
export function processEnv(options: EnvOptions): NodeJS.ProcessEnv {
  const { base, settings, services, secrets, dataDir, nextDistDir } = options
  const { ports, urls, isLive, isDev } = settings
  const madeUp = {
    DATABASE_DIRECT_URL: services.databaseUrl,
    TOKEN_KEYS: secrets.TOKEN_KEYS,
    RUNNER_SECRET: secrets.RUNNER_SECRET,
    PAYLOAD_SECRET: secrets.PAYLOAD_SECRET,
    CMS_URL: `http://127.0.0.1:${ports.internal ?? ports.web}`,
    MEDIA_DIR: dataDir.file('media'),
    EMULATOR_DATA_FILE: dataDir.file('emulator.json'),
    CREDENTIALS_FILE: dataDir.file('credentials.json'),
    ...(isLive
      ? {}
      : {
          CLOCK_URL: settings.telegramApiRoot,
          TELEGRAM_KEYS_URL: `${settings.telegramApiRoot}/emulator/keys`,
          // Opened by people's browsers.
          TELEGRAM_LOGIN_URL: settings.telegramWebRoot,
          RUNNER_PUBLIC_URL: urls.runner,
        }),
  }
  const given = Object.fromEntries(
    Object.entries(base).filter(([name, value]) => value !== '' && name !== 'PLATFORM_BOT_TOKEN'),
  )
  return {
    ...madeUp,
    ...given,
    DATA_DIR: dataDir.path,
    PORT: String(ports.web),
    RUNNER_PORT: String(ports.runner),
    EMULATOR_PORT: String(ports.emulator),
    PUBLIC_URL: urls.web,
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
    TELEGRAM_API_ROOT: settings.telegramApiRoot,
    TELEGRAM_WEB_ROOT: settings.telegramWebRoot,
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    ...(nextDistDir === undefined ? {} : { NEXT_DIST_DIR: nextDistDir }),
    ...(isDev ? { DISABLE_PAYLOAD_HMR: 'true' } : {}),
  }
}
