import { ExpectedFailure } from './expectedFailure.mjs'
import { texts } from './texts.mjs'

const realTelegram = 'https://api.telegram.org'

/** Where everything will be, worked out from the environment before anything starts. */
export interface Settings {
  /** Telegram itself instead of the emulator. */
  isLive: boolean
  isDev: boolean
  ports: { web: number; internal?: number; runner: number; emulator: number }
  urls: { web: string; admin: string; runner: string; emulator?: string }
  telegramApiRoot: string
  /** Where a person opens a bot: t.me, or the emulator's chat page. */
  telegramWebRoot: string
  external: { databaseUrl?: string; redisUrl?: string }
}

interface Mode {
  isLive: boolean
  isDev: boolean
}

export function readSettings(env: Record<string, string | undefined>, mode: Mode): Settings {
  const ports = {
    web: readPort(env, 'PORT', 3000),
    internal: env.INTERNAL_PORT ? readPort(env, 'INTERNAL_PORT', 0) : undefined,
    runner: readPort(env, 'RUNNER_PORT', 3001),
    emulator: readPort(env, 'EMULATOR_PORT', 8081),
  }
  // Whoever names a Bot API server of their own wants no emulator either.
  const isLive = mode.isLive || Boolean(env.TELEGRAM_API_ROOT)
  const emulator = isLive ? undefined : `http://localhost:${ports.emulator}`
  const web = (env.PUBLIC_URL || `http://localhost:${ports.web}`).replace(/\/+$/, '')
  return {
    isLive,
    isDev: mode.isDev,
    ports,
    urls: { web, admin: `${web}/admin`, runner: `http://127.0.0.1:${ports.runner}`, emulator },
    telegramApiRoot: isLive ? env.TELEGRAM_API_ROOT || realTelegram : `http://127.0.0.1:${ports.emulator}`,
    telegramWebRoot: env.TELEGRAM_WEB_ROOT || emulator || 'https://t.me',
    external: { databaseUrl: env.DATABASE_URL || undefined, redisUrl: env.REDIS_URL || undefined },
  }
}

function readPort(env: Record<string, string | undefined>, name: string, byDefault: number): number {
  const text = env[name]
  if (text === undefined || text === '') return byDefault
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw ExpectedFailure.from(texts.portInvalid(name, text))
}
