import { checkLink } from './checkLink.ts'
import { isPrivateHost } from './isPrivateHost.ts'

/** Why Telegram would not take the URL for a link; undefined if it would. `http://localhost` passes: see the guide. */
export function urlProblem(url: string): string | undefined {
  return checkLink(url).problem
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
