import { isPrivateHost } from './isPrivateHost.ts'

/** Why Telegram would not take the URL for a link; undefined if it would. `http://localhost` passes: see the guide. */
export function urlProblem(url: string): string | undefined {
  if (url === '') return 'URL host is empty'
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(url)
  let parsed: URL
  try {
    // Telegram takes a link without a scheme for http.
    parsed = new URL(hasScheme && !/^[^/]+:\d+(\/|$)/.test(url) ? url : `http://${url}`)
  } catch {
    return 'Wrong HTTP URL'
  }
  if (parsed.protocol === 'tg:' || parsed.protocol === 'ton:' || parsed.protocol === 'tonsite:')
    return undefined
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return 'Unsupported URL protocol'
  if (hasScheme && isPrivateHost(parsed.hostname)) return undefined
  return parsed.hostname.includes('.') ? undefined : 'Wrong HTTP URL'
}

/** Mini Apps need https; http is accepted on this machine and in a private network. */
export function webAppUrlProblem(url: string): string | undefined {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return 'Only HTTPS links are allowed'
  }
  if (parsed.protocol === 'https:') return undefined
  if (parsed.protocol === 'http:' && isPrivateHost(parsed.hostname)) return undefined
  return 'Only HTTPS links are allowed'
}
