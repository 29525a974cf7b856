import { knownEnv } from '../../knownEnv.ts'

const realRoot = 'https://t.me'

/**
 * The emulator's page, opened as the person whose tap is awaited: whoever tries things out is several people there, and
 * Telegram's own apps know whose they are.
 */
const pageLink = (root: string, query: string, personId: number | null | undefined): string =>
  `${root}/?${query}${personId ? `&person=${personId}` : ''}`

/** Where a person opens a bot; with `start` its Start button brings that payload. */
export const botLink = (username: string, start?: string, personId?: number | null): string => {
  const root = knownEnv().TELEGRAM_WEB_ROOT
  if (root === realRoot) return `${root}/${username}${start === undefined ? '' : `?start=${start}`}`
  return pageLink(root, `bot=${username}${start === undefined ? '' : `&start=${start}`}`, personId)
}

type Suggestion = { manager: string; username: string; name: string }

/** Inside Telegram: makes a bot that `manager` manages. Both suggestions can be changed there. */
export const newBotLinkInChat = ({ manager, username, name }: Suggestion): string =>
  `${realRoot}/newbot/${manager}/${username}?name=${encodeURIComponent(name)}`

/** The same from a page of ours. */
export const newBotLink = (suggestion: Suggestion, personId?: number | null): string => {
  const link = newBotLinkInChat(suggestion)
  const root = knownEnv().TELEGRAM_WEB_ROOT
  return root === realRoot ? link : pageLink(root, `link=${encodeURIComponent(link)}`, personId)
}

/** A page of the admin. */
export const adminLink = (path = ''): string => `${knownEnv().PUBLIC_URL}/admin${path}`

export const courseLink = (courseId: string): string => adminLink(`/collections/courses/${courseId}`)
