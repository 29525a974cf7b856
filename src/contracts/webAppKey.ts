const sign = async (key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> => {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text)))
}

/**
 * The key with which Telegram hashes what it tells the Mini App of a bot. The token does not follow from it.
 * @see https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
 * @returns 32 bytes in hex
 */
export const webAppKey = async (token: string): Promise<string> => {
  const bytes = await sign(new TextEncoder().encode('WebAppData'), token)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
