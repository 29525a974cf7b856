import { avatar, element } from './dom.js'
import { formatRecent } from './format.js'
import { messageSummary } from './messages/summary.js'
import { count } from './strings.js'

/** A bot in the list: its newest message and how many the person has not read. */
export function chatRow(bot, { last, isOpen, unread, onOpen }) {
  return element(
    'button',
    {
      class: 'bot-row',
      type: 'button',
      'data-bot': bot.username,
      ...(isOpen && { 'aria-current': 'page' }),
      onclick: onOpen,
    },
    avatar(bot.name, bot.id, bot.photo),
    element('span', { class: 'bot-name' }, bot.name),
    element('span', { class: 'preview' }, last ? messageSummary(last) : `@${bot.username}`),
    element('time', {}, last ? formatRecent(last.date) : ''),
    unread > 0 &&
      element('span', { class: 'badge', 'aria-label': count('unreadCount', unread) }, String(unread)),
  )
}
