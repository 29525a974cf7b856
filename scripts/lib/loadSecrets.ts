import { randomBytes } from 'node:crypto'
import { readJson } from './readJson.ts'
import { writeFileAtomic } from './writeFileAtomic.ts'

/** What an installation makes up once and must never lose: without TOKEN_KEYS no stored bot token opens. */
export interface Secrets {
  TOKEN_KEYS: string
  RUNNER_SECRET: string
  PAYLOAD_SECRET: string
  postgresPassword: string
  redisPassword: string
  /** Kept so that addresses stay the same from one start to the next. */
  postgresPort?: number
  redisPort?: number
  /** Of the emulator's platform bot. */
  platformBotToken?: string
}

export interface SecretStore {
  values: Secrets
  remember: (changes: Partial<Secrets>) => void
}

export function loadSecrets(path: string): SecretStore {
  const stored = readJson<Partial<Secrets>>(path)
  const values: Secrets = {
    TOKEN_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    RUNNER_SECRET: randomBytes(32).toString('hex'),
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    postgresPassword: randomBytes(18).toString('hex'),
    redisPassword: randomBytes(18).toString('hex'),
    ...stored,
  }
  const save = () => writeFileAtomic(path, `${JSON.stringify(values, null, 2)}\n`)
  if (Object.keys(stored ?? {}).length < Object.keys(values).length) save()
  return {
    values,
    remember(changes) {
      Object.assign(values, changes)
      save()
    },
  }
}
