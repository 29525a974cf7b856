import { readEnv } from '../../env.ts'

const realRoot = 'https://t.me'

/** Where a person opens a bot; with `start` its Start button brings that payload. */
export const botLink = (username: string, start?: string): string => {
  const root = readEnv().TELEGRAM_WEB_ROOT
  if (root === realRoot) return `${root}/${username}${start === undefined ? '' : `?start=${start}`}`
  return `${root}/?bot=${username}${start === undefined ? '' : `&start=${start}`}`
}

type Suggestion = { manager: string; username: string; name: string }

/** Inside Telegram: makes a bot that `manager` manages. Both suggestions can be changed there. */
export const newBotLinkInChat = ({ manager, username, name }: Suggestion): string =>
  `${realRoot}/newbot/${manager}/${username}?name=${encodeURIComponent(name)}`

/** The same from a page of ours. */
export const newBotLink = (suggestion: Suggestion): string => {
  const link = newBotLinkInChat(suggestion)
  const root = readEnv().TELEGRAM_WEB_ROOT
  return root === realRoot ? link : `${root}/?link=${encodeURIComponent(link)}`
}

/** A page of the admin. */
export const adminLink = (path = ''): string => `${readEnv().PUBLIC_URL}/admin${path}`

export const courseLink = (courseId: string): string => adminLink(`/collections/courses/${courseId}`)
