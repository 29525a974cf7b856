import type { Payload } from 'payload'

import type { Locale } from '../../contracts/locale.ts'
import { translate } from '../../i18n/translate.ts'
import { composeMail, type Mail } from '../../mail/composeMail.ts'
import { hashEmailCode, newEmailCode, spacedCode } from './emailCode.ts'

const lifeMs = 60 * 60 * 1000

const codeMail = (locale: Locale, code: string): Mail =>
  composeMail({
    subject: translate(locale, 'mail.confirm.subject'),
    paragraphs: [translate(locale, 'mail.confirm.text'), translate(locale, 'mail.notYou')],
    code: spacedCode(code),
  })

const takenMail = (locale: Locale): Mail =>
  composeMail({
    subject: translate(locale, 'mail.taken.subject'),
    paragraphs: [translate(locale, 'mail.taken.text'), translate(locale, 'mail.notYou')],
  })

/**
 * Somebody says that an address is theirs; a code that proves it is sent there. Whether it belongs to another account
 * already is told to nobody but whoever reads its mail: the claim is written all the same, and never holds.
 */
export const claimEmail = async (options: {
  payload: Payload
  userId: string
  email: string
  locale: Locale
  secret: string
}): Promise<void> => {
  const { payload, userId, email, locale, secret } = options
  const { pool } = payload.db
  const code = newEmailCode()
  const { rows } = await pool.query<{ isTaken: boolean }>(
    `INSERT INTO email_claims (user_id, email, code_hash, tries, expires_at) VALUES ($1, $2, $3, 0, $4)
     ON CONFLICT (user_id) DO UPDATE
     SET email = excluded.email, code_hash = excluded.code_hash, tries = 0, expires_at = excluded.expires_at
     RETURNING EXISTS (SELECT 1 FROM users WHERE users.email = $2) AS "isTaken"`,
    [userId, email, hashEmailCode(secret, { userId, email, code }), new Date(Date.now() + lifeMs)],
  )
  const mail = rows[0]?.isTaken ? takenMail(locale) : codeMail(locale, code)
  await payload.sendEmail({ to: email, ...mail })
}
