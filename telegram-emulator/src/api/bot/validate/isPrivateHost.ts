const PRIVATE_ADDRESS = /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\]$|\[f[cd])/i

/** This machine, a private address, or a name without dots such as a container's: never reachable for Telegram. */
export function isPrivateHost(hostname: string): boolean {
  if (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname.endsWith('.internal'))
    return true
  if (PRIVATE_ADDRESS.test(hostname)) return true
  return !hostname.includes('.') && !hostname.startsWith('[')
}
