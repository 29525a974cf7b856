/**
 * The key with which Telegram hashes whom it has logged in on the web with a bot. The token does not follow from it.
 * @see https://core.telegram.org/widgets/login#checking-authorization
 * @returns 32 bytes in hex
 */
export const loginKey = async (token: string): Promise<string> => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
