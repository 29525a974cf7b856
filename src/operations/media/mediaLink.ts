import { createHmac, timingSafeEqual } from 'node:crypto'

import { readEnv } from '../../env.ts'
import type { Media } from '../../payload-types.ts'

const daySeconds = 24 * 60 * 60

/** Real time: like that of all tokens, the life of a link does not follow a moved clock. */
const nowSeconds = () => Math.floor(Date.now() / 1000)

/** Bound to the content too: a file that has been replaced is not given out under the old one's link. */
const sign = ({ id, hash }: Media, expires: number): Buffer => {
  const key = createHmac('sha256', readEnv().PAYLOAD_SECRET).update('media link').digest()
  return createHmac('sha256', key).update(`${id}\n${hash}\n${expires}`).digest()
}

/** Where anybody can load the file until the link ends. It stays the same for a day, so that messages do too. */
export const createMediaLink = (media: Media): string => {
  const { PUBLIC_URL, MEDIA_LINK_DAYS } = readEnv()
  const expires = (Math.ceil(nowSeconds() / daySeconds) + MEDIA_LINK_DAYS) * daySeconds
  const query = new URLSearchParams({
    expires: String(expires),
    signature: sign(media, expires).toString('base64url'),
  })
  return `${PUBLIC_URL}/media/${media.id}?${query}`
}

export const checkMediaLink = (media: Media, query: URLSearchParams): 'good' | 'expired' | 'wrong' => {
  const expires = Number(query.get('expires'))
  const given = Buffer.from(query.get('signature') ?? '', 'base64url')
  if (!Number.isSafeInteger(expires)) return 'wrong'
  const right = sign(media, expires)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'wrong'
  return expires < nowSeconds() ? 'expired' : 'good'
}
