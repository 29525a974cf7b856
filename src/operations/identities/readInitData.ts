import { createHash, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto'

import { z } from 'zod'

const userSchema = z.object({
  id: z.int().positive(),
  is_bot: z.literal(false).optional(),
  first_name: z.string().max(256),
  last_name: z.string().max(256).optional(),
  username: z.string().max(64).optional(),
  language_code: z.string().max(35).optional(),
})

/** Somebody in Telegram, as Telegram itself says; `authDate` in seconds. */
export type TelegramIdentity = { user: z.infer<typeof userSchema>; authDate: number }

/** How initData can be proven: by a hash with the bot's own key, or by Telegram's signature for a bot. */
export type InitDataProof =
  { kind: 'hash'; webAppKey: string } | { kind: 'signature'; publicKey: string; telegramBotId: number }

/** What comes before the 32 bytes of an Ed25519 key in SPKI (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** The fields in the order of their names, a line each. */
const linesOf = (fields: URLSearchParams, left: string[]): string =>
  [...fields]
    .filter(([name]) => !left.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')

const isHashed = (fields: URLSearchParams, webAppKey: string): boolean => {
  const given = Buffer.from(fields.get('hash') ?? '')
  const text = linesOf(fields, ['hash'])
  const wanted = createHmac('sha256', Buffer.from(webAppKey, 'hex')).update(text).digest('hex')
  return given.length === wanted.length && timingSafeEqual(given, Buffer.from(wanted))
}

const isSigned = (fields: URLSearchParams, publicKey: string, telegramBotId: number): boolean => {
  const signature = fields.get('signature') ?? ''
  const bytes = Buffer.from(signature, 'base64url')
  // One signature is written in one way: leftover bits would let a changed letter pass.
  if (bytes.length !== 64 || bytes.toString('base64url') !== signature.replace(/=+$/, '')) return false
  const key = Buffer.concat([spkiPrefix, Buffer.from(publicKey, 'hex')])
  const text = `${telegramBotId}:WebAppData\n${linesOf(fields, ['hash', 'signature'])}`
  return verify(null, Buffer.from(text), createPublicKey({ key, format: 'der', type: 'spki' }), bytes)
}

const isProven = (fields: URLSearchParams, proof: InitDataProof): boolean =>
  proof.kind === 'hash'
    ? isHashed(fields, proof.webAppKey)
    : isSigned(fields, proof.publicKey, proof.telegramBotId)

const readJson = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** Telegram writes it in one way only: what was written differently, or names a field twice, is not its own. */
const isAsWritten = (initData: string, fields: URLSearchParams): boolean =>
  !/%(?![0-9A-F]{2})/.test(initData) && new Set(fields.keys()).size === fields.size

/** Names what initData says, proven or not, in whatever order and spelling it comes; 43 characters. */
export const initDataDigest = (initData: string): string =>
  createHash('sha256')
    .update(linesOf(new URLSearchParams(initData), ['hash', 'signature']))
    .digest('base64url')

/**
 * Who opened a Mini App, null unless every one of the proofs holds.
 * @see https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
 */
export const readInitData = (
  initData: string,
  proofs: [InitDataProof, ...InitDataProof[]],
): TelegramIdentity | null => {
  const fields = new URLSearchParams(initData)
  if (!isAsWritten(initData, fields)) return null
  if (!proofs.every((proof) => isProven(fields, proof))) return null
  const user = userSchema.safeParse(readJson(fields.get('user')))
  const authDate = z.coerce.number().int().positive().safeParse(fields.get('auth_date'))
  return user.success && authDate.success ? { user: user.data, authDate: authDate.data } : null
}
