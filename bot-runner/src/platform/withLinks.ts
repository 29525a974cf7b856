import type { InlineKeyboardMarkup } from 'grammy/types'

export type Link = { text: string; url: string }

/** Telegram takes no buttons to machines that nobody else can reach; in a text they do no harm. */
const isPublic = (url: string): boolean => {
  const { hostname } = new URL(url)
  return /[a-z]/i.test(hostname) && hostname.includes('.') && !hostname.endsWith('.local')
}

/** A text with its links: as buttons below it where Telegram takes them, else written out. */
export const withLinks = (
  text: string,
  links: Link[],
): { text: string; keyboard: InlineKeyboardMarkup | undefined } => {
  const buttons = links.filter(({ url }) => isPublic(url))
  const written = links.filter(({ url }) => !isPublic(url)).map((link) => `${link.text}: ${link.url}`)
  return {
    text: [text, ...written].join('\n'),
    keyboard: buttons.length === 0 ? undefined : { inline_keyboard: buttons.map((button) => [button]) },
  }
}
