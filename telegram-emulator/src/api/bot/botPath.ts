import { BotApiError } from './botApiError.ts'
import { LIMITS } from './validate/limits.ts'

interface BotPath {
  token: string
  /** Whether the bot of Telegram's test environment is meant. */
  isTest: boolean
  /** Empty if the method is a parameter of the request. */
  method: string
}

const BOT_IDS = 2n ** 54n

/** `/bot<token>/<method>` or `/bot<token>/test/<method>`; throws what the real server answers for another path. */
export function readBotPath(path: string): BotPath {
  const [, token, isTest, method] = /^\/bot([^/]*)(\/test)?(?:\/(.*))?$/s.exec(decode(path)) ?? []
  if (token === undefined || method === undefined) throw new BotApiError(404, 'Not Found')
  checkToken(token)
  return { token, isTest: isTest !== undefined, method }
}

/** @throws {BotApiError} for what cannot be a token */
export function checkToken(token: string): void {
  const [id = ''] = token.split(':', 1)
  const isWellFormed = token.includes(':') && !token.startsWith('0') && token.length <= LIMITS.tokenBytes
  if (!isWellFormed) throw new BotApiError(401, 'Unauthorized: invalid token specified')
  if (!/^-?\d+$/.test(id)) throw new BotApiError(421, 'Misdirected Request: unallowed token specified')
  if (BigInt(id) <= 0n || BigInt(id) >= BOT_IDS)
    throw new BotApiError(401, 'Unauthorized: invalid token specified')
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
