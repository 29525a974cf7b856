import { randomBytes, timingSafeEqual } from 'node:crypto'

import type { Request } from 'express'

const name = 'gongbu-login'
const lifeSeconds = 10 * 60
const cookie = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{43})\\.([^;]{0,2000})`)

/** Where somebody goes on after they have signed in: within the admin, and nowhere else. */
export const ownPath = (next: unknown, publicUrl: string): string => {
  const home = '/admin'
  if (typeof next !== 'string' || next.length > 1000 || !next.startsWith('/')) return home
  const url = URL.parse(next, publicUrl)
  const isOwn = url?.origin === new URL(publicUrl).origin && /^\/admin(?:\/|$)/.test(url.pathname)
  return isOwn && url ? url.pathname + url.search : home
}

const written = (value: string, { isHttps, seconds }: { isHttps: boolean; seconds: number }) =>
  `${name}=${value}; Path=/auth/telegram; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`

/** What this browser is given on the way to Telegram, so that nobody comes back in it whom somebody else sent. */
export const newLoginState = (next: string, isHttps: boolean): { state: string; cookie: string } => {
  const state = randomBytes(32).toString('base64url')
  const value = `${state}.${encodeURIComponent(next)}`
  return { state, cookie: written(value, { isHttps, seconds: lifeSeconds }) }
}

export const forgottenLoginState = (isHttps: boolean): string => written('', { isHttps, seconds: 0 })

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Where to go on, null when another browser was sent to Telegram, or none. */
export const readLoginState = ({ headers, query }: Request): { next: string | null } | null => {
  const [, kept, next = ''] = cookie.exec(headers.cookie ?? '') ?? []
  const { state } = query
  if (kept === undefined || typeof state !== 'string') return null
  const [a, b] = [Buffer.from(kept), Buffer.from(state)]
  return a.length === b.length && timingSafeEqual(a, b) ? { next: decoded(next) } : null
}
