import { z } from 'zod'

import { parseKeyRing } from '../../src/contracts/tokenSeal.ts'

const realTelegram = 'https://api.telegram.org'

const address = (...protocols: string[]) =>
  z.string().refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ''), {
    message: `expected an address beginning with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })
const webAddress = address('http:', 'https:').transform((value) => value.replace(/\/+$/, ''))

const variables = z.object({
  /** 0: any free port. */
  RUNNER_PORT: z.coerce.number().int().min(0).max(65535).default(3001),
  RUNNER_HOST: z.string().min(1).default('127.0.0.1'),
  /** Where Telegram reaches this process; left out: the address on which it listens. */
  RUNNER_PUBLIC_URL: webAddress.optional(),
  CMS_URL: webAddress,
  RUNNER_SECRET: z.string().min(32, 'expected at least 32 characters'),
  TOKEN_KEYS: z.string().transform((value, context) => {
    try {
      return parseKeyRing(value)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'unreadable' })
      return z.NEVER
    }
  }),
  /** The bot that manages the bots of courses; without one creators paste tokens. */
  PLATFORM_BOT_TOKEN: z
    .string()
    .regex(/^\d{5,16}:[A-Za-z0-9_-]{35}$/, 'expected a bot token')
    .optional(),
  REDIS_URL: address('redis:', 'rediss:'),
  TELEGRAM_API_ROOT: webAddress.default(realTelegram),
  UPDATES_MODE: z.enum(['auto', 'webhook', 'polling']).default('auto'),
  /** What nobody waits for, per bot and second, over all runners; Telegram lets a bot send about 30 messages. */
  BULK_MESSAGES_PER_SECOND: z.coerce.number().min(0.1).max(1000).default(25),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** Telegram delivers to https only; anything else that speaks the Bot API takes what it is given. */
const withUpdatesMode = variables.transform((settings, context) => {
  const isReal = settings.TELEGRAM_API_ROOT === realTelegram
  const canHaveWebhook = !isReal || settings.RUNNER_PUBLIC_URL?.startsWith('https:') === true
  if (settings.UPDATES_MODE === 'webhook' && !canHaveWebhook)
    context.addIssue({
      code: 'custom',
      path: ['RUNNER_PUBLIC_URL'],
      message: 'Telegram delivers webhooks to a public https address only; set one, or UPDATES_MODE=polling',
    })
  const mode =
    settings.UPDATES_MODE === 'auto' ? (canHaveWebhook ? 'webhook' : 'polling') : settings.UPDATES_MODE
  return { ...settings, UPDATES_MODE: mode as 'webhook' | 'polling' }
})

export type Env = z.infer<typeof withUpdatesMode>

const isSet = ([, value]: [string, string | undefined]) => value !== undefined && value !== ''

/** @throws {Error} naming every bad setting at once, never its value */
export const readEnv = (source: Record<string, string | undefined> = process.env): Env => {
  const parsed = withUpdatesMode.safeParse(Object.fromEntries(Object.entries(source).filter(isSet)))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new Error(`These settings are missing or wrong (see .env.example):\n${problems.join('\n')}`)
}
