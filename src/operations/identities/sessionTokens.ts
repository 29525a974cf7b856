import { createHash, hkdfSync, randomBytes } from 'node:crypto'

import { jwtVerify, SignJWT, type JWTPayload } from 'jose'

/** Seconds of real time. */
const accessLifetime = 15 * 60
export const refreshLifetime = 30 * 24 * 60 * 60

type Kind = 'access' | 'refresh'
type Claims = { sessionId: string; generation: number }

const issuer = 'gongbu'
const keys = new Map<string, Uint8Array>()

/** A token of one kind is no token of the other. */
const keyOf = (secret: string, kind: Kind): Uint8Array => {
  const name = `${kind} ${secret}`
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = new Uint8Array(hkdfSync('sha256', secret, '', `gongbu ${kind} token`, 32))
  keys.set(name, key)
  return key
}

const sign = (secret: string, kind: Kind, { sessionId, generation }: Claims, lifetime: number) =>
  new SignJWT({ gen: generation })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setSubject(sessionId)
    .setJti(randomBytes(16).toString('base64url'))
    .setIssuedAt()
    .setExpirationTime(`${lifetime}s`)
    .sign(keyOf(secret, kind))

/** The two tokens of a session's generation. */
export const signTokens = async (secret: string, claims: Claims) => ({
  token: await sign(secret, 'access', claims, accessLifetime),
  refreshToken: await sign(secret, 'refresh', claims, refreshLifetime),
})

const claimsOf = ({ sub, gen }: JWTPayload): Claims | null =>
  typeof sub === 'string' && typeof gen === 'number' ? { sessionId: sub, generation: gen } : null

/** What a token says, null if it is not ours, not of this kind, or past its time. */
export const readToken = async (secret: string, kind: Kind, token: string): Promise<Claims | null> => {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret, kind), { issuer, algorithms: ['HS256'] })
    return claimsOf(payload)
  } catch {
    return null
  }
}

/** What is kept of a refresh token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
