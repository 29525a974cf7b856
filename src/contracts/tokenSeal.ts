// WebCrypto only, so that this stays free of I/O and runs wherever contracts run.
type Bytes = Uint8Array<ArrayBuffer>
type TokenKey = { id: string; bytes: Bytes }

/** Keys by id: the first one seals, all of them open (rotation: put the new key first). */
export type KeyRing = readonly [TokenKey, ...TokenKey[]]

const ivLength = 12

const toBase64Url = (bytes: Bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const fromBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  )

/**
 * @param setting `keyId:base64 of 32 bytes`, several separated by commas
 * @throws {Error} naming the position of the bad key, never its content
 */
export const parseKeyRing = (setting: string): KeyRing => {
  const keys = setting.split(',').map((part, index): TokenKey => {
    const [, id, encoded] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_=-]+)$/.exec(part.trim()) ?? []
    const bytes = encoded === undefined ? undefined : fromBase64(encoded)
    if (id === undefined || bytes?.length !== 32)
      throw new Error(`key ${index + 1} is not of the form keyId:<base64 of 32 bytes>`)
    return { id, bytes }
  })
  if (new Set(keys.map((key) => key.id)).size !== keys.length) throw new Error('two keys have the same id')
  return keys as unknown as KeyRing
}

const importKey = (key: TokenKey, usage: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', key.bytes, 'AES-GCM', false, [usage])

/** AES-256-GCM with the ring's first key → `v1.<keyId>.<base64url of iv + ciphertext>`. */
export const sealToken = async (ring: KeyRing, token: string): Promise<string> => {
  const [key] = ring
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const additionalData = new TextEncoder().encode(key.id)
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData },
      await importKey(key, 'encrypt'),
      new TextEncoder().encode(token),
    ),
  )
  const bytes = new Uint8Array(ivLength + sealed.length)
  bytes.set(iv)
  bytes.set(sealed, ivLength)
  return `v1.${key.id}.${toBase64Url(bytes)}`
}

/** @throws {Error} when the key is not in the ring or the ciphertext was changed */
export const openToken = async (ring: KeyRing, sealed: string): Promise<string> => {
  const [version, keyId, encoded] = sealed.split('.')
  const key = ring.find((candidate) => candidate.id === keyId)
  if (version !== 'v1' || encoded === undefined) throw new Error('not a sealed token')
  if (key === undefined) throw new Error(`no key ${keyId} in TOKEN_KEYS`)
  const bytes = fromBase64(encoded)
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes.subarray(0, ivLength), additionalData: new TextEncoder().encode(key.id) },
    await importKey(key, 'decrypt'),
    bytes.subarray(ivLength),
  )
  return new TextDecoder().decode(opened)
}

/** The secret that Telegram returns with each update: derived, so that it is stored nowhere. */
export const deriveWebhookSecret = async (
  ring: KeyRing,
  bot: { key: string; secretVersion: number },
): Promise<string> => {
  const key = await crypto.subtle.importKey('raw', ring[0].bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const message = new TextEncoder().encode(`webhook:${bot.key}:${bot.secretVersion}`)
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, message)))
}
