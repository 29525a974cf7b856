import { createPrivateKey, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto'

/** What comes before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const RAW_KEY_BYTES = 32

/** The seed of a new key, in hex. */
export function makeSeed(): string {
  return randomBytes(RAW_KEY_BYTES).toString('hex')
}

function privateKey(seed: string): KeyObject {
  const key = Buffer.concat([PKCS8_PREFIX, Buffer.from(seed, 'hex')])
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

/** The public key as Telegram publishes its own: 32 bytes in hex. */
export function publicKeyOf(seed: string): string {
  const der = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' })
  return der.subarray(-RAW_KEY_BYTES).toString('hex')
}

/** In base64url without padding. */
export function signWith(seed: string, text: string): string {
  return sign(null, Buffer.from(text), privateKey(seed)).toString('base64url')
}
