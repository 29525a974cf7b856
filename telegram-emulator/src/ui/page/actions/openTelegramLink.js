/* global URL */
import { api } from '../api.js'
import { formDialog } from '../formDialog.js'
import { text } from '../strings.js'
import { managedBotForm } from './managedBotForm.js'

const HOSTS = new Set(['t.me', 'telegram.me', 'telegram.dog'])

/** The address if it leads into Telegram: https://t.me/… as it is, tg://resolve?domain=… as such a link. */
export function telegramLink(address) {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'tg:' && url.host === 'resolve') {
    const domain = url.searchParams.get('domain') ?? ''
    url.searchParams.delete('domain')
    return new URL(`https://t.me/${encodeURIComponent(domain)}?${url.searchParams}`)
  }
  return /^https?:$/.test(url?.protocol ?? '') && HOSTS.has(url.hostname) ? url : undefined
}

/**
 * Follows a link into Telegram: to a bot with a payload or an app, to share a text, to make a bot. Gives false for a
 * link that leads to nothing here. `onOpenBot(username, {start?, app?, insert?})` opens a chat.
 */
export function openTelegramLink(url, { person, onOpenBot }) {
  const [first = '', second] = url.pathname.split('/').filter(Boolean)
  const given = (name) => url.searchParams.get(name) ?? undefined
  if (first === 'newbot') return makeBot(url.href, person)
  if (first === 'share' || first === 'msg')
    return share([given('url'), given('text')].filter(Boolean).join('\n'), onOpenBot)
  if (!/^\w{3,}$/.test(first)) return false
  const app = second ? (given('startapp') ?? '') : given('startapp')
  void onOpenBot(first, { start: given('start'), app, insert: given('text') })
  return true
}

async function makeBot(url, person) {
  const { manager, suggested_name, suggested_username } = await api.newbotLink(url)
  managedBotForm({ manager, person: person.id, name: suggested_name, username: suggested_username })
  return true
}

/** The text goes into the field of the chosen chat, where it can still be changed. */
export async function share(words, onOpenBot) {
  const bots = await api.bots()
  formDialog({
    title: text('shareTo'),
    fields: [
      { name: 'bot', label: text('bots'), options: bots.map(({ username, name }) => [username, name]) },
    ],
    submit: ({ bot }) => onOpenBot(bot, { insert: words }),
    agree: text('share'),
  })
  return true
}
