import type { AsyncLocalStorage } from 'node:async_hooks'

import type { Env } from './env.ts'
import type { Limiter } from './gateway/createLimiter.ts'
import type { Caller } from './operations/identities/findCaller.system.ts'
import type { PublishedCache } from './operations/published/createPublishedCache.ts'
import type { Sales } from './payments/stripeOf.ts'
import type { ReleaseCache } from './releases/releaseCache.ts'

/**
 * What this web process holds. `payload.config.ts` is evaluated twice in it (by Node and in Next's
 * bundle), so nothing of this may live in a module: both copies find it here.
 */
export type ProcessState = {
  /** Product time minus real time, in ms. */
  clockOffsetMs: number
  /** Sign-in tries per account and client, and per account alone. */
  loginLimiter?: Limiter
  accountLoginLimiter?: Limiter
  /** Sign-ins at the platform API per address, and per initData. */
  signInLimiter?: Limiter
  initDataLimiter?: Limiter
  /** Mails per account that asks for them, and per address that they go to. */
  mailLimiter?: Limiter
  /** Links to Telegram accounts per account that asks for them. */
  linkLimiter?: Limiter
  /** Payment pages per account that asks for them. */
  upgradeLimiter?: Limiter
  /** Stripe, once it was asked for. */
  sales?: Sales
  /** Who has called the platform API lately, by session. */
  callers?: Map<string, { caller: Caller; until: number }>
  /** The emulator's in place of Telegram's. */
  telegramPublicKey?: string
  /** What Telegram said of whom it logged in on the web: each is good once. */
  webLoginLimiter?: Limiter
  /** The id of the request that something is done in. */
  requestIds?: AsyncLocalStorage<string>
  /** Imports per person. */
  importLimiter?: Limiter
  /** Ids of those whose import is under way here. */
  importing?: Set<string>
  releaseCache?: ReleaseCache
  /** What anybody reads of published courses, ready to be sent. */
  published?: PublishedCache<{ json: string; version: string; bytes: number }>
  /** The settings as they were first read. */
  env?: Env
  /** Wakes the outbox relay: there is something to carry. */
  nudgeRelay?: () => void
}

const key = Symbol.for('gongbu')
type Holder = { [key]?: ProcessState }

export const processState = (): ProcessState => {
  const holder = globalThis as Holder
  return (holder[key] ??= { clockOffsetMs: 0 })
}
