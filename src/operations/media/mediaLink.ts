import { createHmac, timingSafeEqual } from 'node:crypto'

import { knownEnv } from '../../knownEnv.ts'

const hourSeconds = 60 * 60
const daySeconds = 24 * hourSeconds

type LinkedFile = { id: string; hash?: string | null }

/** Real time: like that of all tokens, the life of a link does not follow a moved clock. */
const nowSeconds = () => Math.floor(Date.now() / 1000)

/** Bound to the content too: a file that has been replaced is not given out under the old one's link. */
const sign = ({ id, hash }: LinkedFile, expires: number): Buffer => {
  const key = createHmac('sha256', knownEnv().PAYLOAD_SECRET).update('media link').digest()
  return createHmac('sha256', key).update(`${id}\n${hash}\n${expires}`).digest()
}

const linkUntil = (file: LinkedFile, expires: number): string => {
  const query = new URLSearchParams({
    expires: String(expires),
    signature: sign(file, expires).toString('base64url'),
  })
  return `${knownEnv().PUBLIC_URL}/media/${file.id}?${query}`
}

/** Where anybody can load the file until the link ends. It stays the same for a day, so that messages do too. */
export const createMediaLink = (media: LinkedFile): string =>
  linkUntil(media, (Math.ceil(nowSeconds() / daySeconds) + knownEnv().MEDIA_LINK_DAYS) * daySeconds)

/** For whoever has just shown that they may load the file, for an hour or two: their browser keeps it that long. */
export const createShortLink = (file: LinkedFile): string =>
  linkUntil(file, (Math.ceil(nowSeconds() / hourSeconds) + 1) * hourSeconds)

export const checkMediaLink = (media: LinkedFile, query: URLSearchParams): 'good' | 'expired' | 'wrong' => {
  const expires = Number(query.get('expires'))
  const given = Buffer.from(query.get('signature') ?? '', 'base64url')
  if (!Number.isSafeInteger(expires)) return 'wrong'
  const right = sign(media, expires)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'wrong'
  return expires < nowSeconds() ? 'expired' : 'good'
}
