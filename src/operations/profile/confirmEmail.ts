import { timingSafeEqual } from 'node:crypto'

import type { Pool } from 'pg'
import type { Payload } from 'payload'

import type { Account } from '../../contracts/api/account.ts'
import type { Locale } from '../../contracts/locale.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { translate } from '../../i18n/translate.ts'
import { composeMail } from '../../mail/composeMail.ts'
import { recordAudit } from '../audit/recordAudit.ts'
import { findCaller, forgetCaller, type Caller } from '../identities/findCaller.system.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { maskAddress } from '../accounts/maskAddress.ts'
import { hashEmailCode } from './emailCode.ts'

const mostTries = 5

const refused = () => new AppError({ code: 'emailCodeWrong', status: 409 })

/** Counts the try before it is known whether it is right, so that many at once are as many tries. */
const takeTry = async (pool: Pool, userId: string) => {
  const { rows } = await pool.query<{ email: string; codeHash: string }>(
    `UPDATE email_claims SET tries = tries + 1 WHERE user_id = $1 AND tries < $2 AND expires_at > $3
     RETURNING email, code_hash AS "codeHash"`,
    [userId, mostTries, new Date()],
  )
  return rows[0]
}

/** @returns the address that the account had before, and the language that it has chosen. @throws {AppError} emailCodeWrong (409): it is another account's */
const takeAddress = async (
  pool: Pool,
  claim: { userId: string; role: string; email: string; codeHash: string },
) => {
  const { userId, email, codeHash } = claim
  try {
    return await inClientTransaction(pool, async (client) => {
      const { rowCount } = await client.query(
        'DELETE FROM email_claims WHERE user_id = $1 AND code_hash = $2',
        [userId, codeHash],
      )
      if (rowCount !== 1) throw refused()
      const { rows } = await client.query<{ email: string | null; locale: Locale | null }>(
        'SELECT email, locale::text FROM users WHERE id = $1 FOR NO KEY UPDATE',
        [userId],
      )
      await client.query('UPDATE users SET email = $2, updated_at = $3 WHERE id = $1', [
        userId,
        email,
        new Date(),
      ])
      await recordAudit(client, {
        act: 'emailConfirmed',
        actor: { id: userId, role: claim.role },
        on: slugs.users,
        id: userId,
      })
      return { before: rows[0]?.email ?? null, chosen: rows[0]?.locale ?? null }
    })
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === '23505'
    throw isTaken ? refused() : error
  }
}

/**
 * Whoever brings the code has read the mail: the address becomes their account's. The one before is told.
 * @throws {AppError} emailCodeWrong (409), the same for every reason
 */
export const confirmEmail = async (options: {
  payload: Payload
  secret: string
  caller: Caller
  code: string
  locale: Locale
}): Promise<Account> => {
  const { payload, secret, caller, code, locale } = options
  const { pool } = payload.db
  const userId = caller.account.id
  const claim = await takeTry(pool, userId)
  if (claim === undefined) throw refused()
  const { email, codeHash } = claim
  const given = Buffer.from(hashEmailCode(secret, { userId, email, code }))
  if (!timingSafeEqual(given, Buffer.from(codeHash))) throw refused()
  const { before, chosen } = await takeAddress(pool, { userId, role: caller.account.role, email, codeHash })
  // Whoever asks may be somebody else: the language that they ask in is not the account's.
  const theirs = chosen ?? locale
  if (before !== null && before !== email)
    await payload.sendEmail({
      to: before,
      ...composeMail({
        subject: translate(theirs, 'mail.changed.subject'),
        paragraphs: [translate(theirs, 'mail.changed.text', { address: maskAddress(email) })],
      }),
    })
  forgetCaller(caller.sessionId)
  const changed = await findCaller(pool, caller.sessionId)
  if (changed === null) throw new AppError({ code: 'unauthenticated', status: 401 })
  return changed.account
}
