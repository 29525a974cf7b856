import type { Pool } from 'pg'

import { openToken, type KeyRing } from '../../contracts/tokenSeal.ts'
import { webAppKey } from '../../contracts/webAppKey.ts'
import type { InitDataProof } from './readInitData.ts'

export type LoginBot = {
  /** null: the platform bot. */
  courseId: string | null
  proofs: [InitDataProof, ...InitDataProof[]]
}

type PlatformRow = { telegramBotId: number | null; username: string | null; sealedKey: string | null }
type CourseBotRow = { telegramBotId: number; courseId: string; sealedToken: string }

const readPlatformBot = async (pool: Pool): Promise<PlatformRow | undefined> =>
  (
    await pool.query<PlatformRow>({
      name: 'find-platform-bot',
      text: `SELECT telegram_bot_id::float8 AS "telegramBotId", username, sealed_web_app_key AS "sealedKey" FROM platform LIMIT 1`,
    })
  ).rows[0]

const readCourseBot = async (pool: Pool, username: string): Promise<CourseBotRow | undefined> =>
  (
    await pool.query<CourseBotRow>({
      name: 'find-course-bot',
      text: `
        SELECT b.telegram_bot_id::float8 AS "telegramBotId", c.id AS "courseId", b.sealed_token AS "sealedToken"
        FROM bots b JOIN courses c ON c.id = b.course_id
        WHERE lower(b.username) = lower($1) AND b.telegram_bot_id IS NOT NULL AND b.sealed_token IS NOT NULL
          AND b.is_proven AND NOT b.is_removing AND NOT b.is_paused AND c.is_published AND NOT c.is_archived`,
      values: [username],
    })
  ).rows[0]

/**
 * How initData of a bot's Mini App is proven. At the platform bot by its hash, or by Telegram's signature as long as no
 * runner has told its key. Creators hold the tokens of their courses' bots and could make any hash with them: there
 * Telegram's signature has to hold too.
 *
 * @param username null: the platform bot's
 * @returns null: there is no such bot, or nobody can sign in with it now
 */
export const findLoginBot = async (options: {
  pool: Pool
  username: string | null
  keyRing: KeyRing
  /** Ed25519, in hex. */
  publicKey: () => Promise<string>
}): Promise<LoginBot | null> => {
  const { pool, username, keyRing, publicKey } = options
  const platform = await readPlatformBot(pool)
  const isPlatform = username === null || username.toLowerCase() === platform?.username?.toLowerCase()
  if (isPlatform) {
    if (!platform?.telegramBotId) return null
    if (platform.sealedKey !== null)
      return {
        courseId: null,
        proofs: [{ kind: 'hash', webAppKey: await openToken(keyRing, platform.sealedKey) }],
      }
    const { telegramBotId } = platform
    return { courseId: null, proofs: [{ kind: 'signature', publicKey: await publicKey(), telegramBotId }] }
  }
  const bot = await readCourseBot(pool, username)
  if (bot === undefined) return null
  const { telegramBotId, courseId, sealedToken } = bot
  const token = await openToken(keyRing, sealedToken)
  return {
    courseId,
    proofs: [
      { kind: 'signature', publicKey: await publicKey(), telegramBotId },
      { kind: 'hash', webAppKey: await webAppKey(token) },
    ],
  }
}
