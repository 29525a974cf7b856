import { z } from 'zod'

import { isTimeZone } from './contracts/learnerSettings.ts'
import { parseKeyRing } from './contracts/tokenSeal.ts'

const port = z.coerce.number().int().min(0).max(65535)
const url = (...protocols: string[]) =>
  z.string().refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ''), {
    message: `expected an address beginning with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })
const withoutSlash = (value: string) => value.replace(/\/+$/, '')

const stripeSettings = ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_PRICE_PROFESSIONAL', 'STRIPE_PRICE_ENTERPRISE'] as const // prettier-ignore

const settings = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** When set, /api/runner/* answers here only. */
  INTERNAL_PORT: port.optional(),
  PUBLIC_URL: url('http:', 'https:').transform(withoutSlash).default('http://localhost:3000'),
  /** Further origins that browsers may call the API from, separated by commas. */
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
    )
    .pipe(z.array(url('http:', 'https:'))),
  /** How many reverse proxies stand in front: how far X-Forwarded-For is believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  DATABASE_URL: url('postgres:', 'postgresql:'),
  /** Without a connection pooler in between: migrations and locks need a session of their own. */
  DATABASE_DIRECT_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: url('redis:', 'rediss:'),
  PAYLOAD_SECRET: z.string().min(16, 'expected at least 16 characters'),
  TOKEN_KEYS: z.string().transform((value, context) => {
    try {
      return parseKeyRing(value)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'unreadable' })
      return z.NEVER
    }
  }),
  RUNNER_SECRET: z.string().min(32, 'expected at least 32 characters'),
  /** Where links to bots point: https://t.me, or the emulator's page. */
  TELEGRAM_WEB_ROOT: url('http:', 'https:').transform(withoutSlash).default('https://t.me'),
  /** Where Telegram logs people in on the web, or the emulator in its place. */
  TELEGRAM_LOGIN_URL: url('http:', 'https:').transform(withoutSlash).default('https://oauth.telegram.org'),
  /** Where the emulator tells with which key it signs initData; unset: Telegram's own key. */
  TELEGRAM_KEYS_URL: url('http:', 'https:').optional(),
  /** The emulator whose clock product time follows; unset: real time. */
  CLOCK_URL: url('http:', 'https:').transform(withoutSlash).optional(),
  /** Through which mail goes out; unset: none does, and nobody can confirm an address or forget a password. */
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, 'expected an e-mail address')
    .default('gongbu@localhost'),
  /** Creators' plans are sold through Stripe when all of these are set; unset: none are. */
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_PRICE_PROFESSIONAL: z.string().optional(),
  STRIPE_PRICE_ENTERPRISE: z.string().optional(),
  STRIPE_API_ROOT: url('http:', 'https:').transform(withoutSlash).default('https://api.stripe.com'),
  /** Where `npm run seed` keeps the passwords of the accounts that it makes. */
  CREDENTIALS_FILE: z.string().min(1).default('.gongbu/credentials.json'),
  MEDIA_DIR: z.string().min(1).default('.gongbu/media'),
  /** What one file may weigh, and all of one creator's together, in MB; administrators have no such total. */
  MEDIA_MAX_FILE_MB: z.coerce.number().int().min(1).max(2000).default(500),
  MEDIA_QUOTA_MB: z.coerce.number().int().min(1).default(5000),
  /** What an archive of lessons may weigh that is uploaded to be imported, in MB. */
  IMPORT_MAX_MB: z.coerce.number().int().min(1).max(1000).default(500),
  /** How long the link to a file that is too large for Telegram is good for. */
  MEDIA_LINK_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  /** With a bucket uploaded files are kept on S3, else in MEDIA_DIR, through which they pass either way. */
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  /** Of a store that is not Amazon's. */
  S3_ENDPOINT: url('http:', 'https:').transform(withoutSlash).optional(),
  /** The bucket stands in the path and not in the host's name. */
  S3_FORCE_PATH_STYLE: z.stringbool().default(false),
  /** Unset: the keys of the surroundings (profile, role), as Amazon's SDK finds them. */
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** Requests per minute and address or session (API), sign-ins per minute and address (Mini App), and failed sign-ins per quarter of an hour, account and address (twenty times as many of all addresses). */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().positive().default(3000),
  SIGN_INS_PER_MINUTE: z.coerce.number().int().positive().default(60),
  LOGIN_TRIES_PER_QUARTER_HOUR: z.coerce.number().int().positive().default(10),
  /** Of new courses: the zone in which their dates are meant. */
  TIME_ZONE: z.string().refine(isTimeZone, 'expected a name like Europe/Moscow').default('UTC'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  NEXT_DIST_DIR: z.string().optional(),
})

/** Half a set-up would take money and give no plan for it. */
const envSchema = settings.superRefine((env, { addIssue }) => {
  const missing = stripeSettings.filter((name) => env[name] === undefined)
  if (missing.length === stripeSettings.length) return
  for (const name of missing)
    addIssue({ code: 'custom', path: [name], message: 'expected with the other settings of Stripe' })
})

export type Env = z.infer<typeof envSchema>

/** Origins whose pages may use the API with a person's cookie. `localhost` and 127.0.0.1 are one machine. */
export const trustedOrigins = ({ PUBLIC_URL, CORS_ORIGINS }: Env): string[] => {
  const { hostname, origin } = new URL(PUBLIC_URL)
  const alias = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }[hostname]
  return [origin, ...(alias ? [origin.replace(hostname, alias)] : []), ...CORS_ORIGINS]
}

const isSet = ([, value]: [string, string | undefined]) => value !== undefined && value !== ''

/** @throws {Error} naming every bad setting at once */
export const readEnv = (source: Record<string, string | undefined> = process.env): Env => {
  const parsed = envSchema.safeParse(Object.fromEntries(Object.entries(source).filter(isSet)))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new Error(`These settings are missing or wrong (see .env.example):\n${problems.join('\n')}`)
}
