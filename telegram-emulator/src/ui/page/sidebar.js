import { avatar, element, icon } from './dom.js'
import { formatRecent } from './format.js'
import { messageSummary } from './messages/content.js'
import { text } from './strings.js'

/** The list of bots and who one is. `actions`: onPerson(id), onNewPerson, onEditPerson, onNewBot, onTheme, onOpen(username). */
export function createSidebar(actions) {
  const select = element('select', {
    'aria-label': text('you'),
    onchange: () => actions.onPerson(Number(select.value)),
  })
  const list = element('nav', { class: 'bots', 'aria-label': text('bots') })
  const search = element('input', {
    class: 'search',
    type: 'search',
    placeholder: text('search'),
    'aria-label': text('search'),
    oninput: () => showBots(...shown),
  })
  let shown = [[], new Map(), undefined, new Map()]
  const addPerson = roundButton(text('newPerson'), actions.onNewPerson)
  const addBot = element(
    'button',
    { class: 'quiet', type: 'button', onclick: actions.onNewBot },
    text('newBot'),
  )
  const node = element(
    'aside',
    { class: 'sidebar' },
    element(
      'header',
      {},
      element('label', { class: 'who' }, element('span', {}, text('you')), select),
      roundButton(text('editPerson'), actions.onEditPerson, 'person'),
      addPerson,
      roundButton(text('theme'), actions.onTheme, 'theme'),
    ),
    element('div', { class: 'bots-title' }, element('h2', {}, text('bots')), addBot),
    search,
    list,
  )

  function showPeople(people, chosen) {
    select.replaceChildren(
      ...people.map((person) =>
        element('option', { value: String(person.id), selected: person.id === chosen }, personLabel(person)),
      ),
    )
  }

  function showBots(bots, lastMessages, opened, unread) {
    shown = [bots, lastMessages, opened, unread]
    if (bots.length === 0) {
      list.replaceChildren(element('p', { class: 'empty' }, text('noBots')))
      return
    }
    // The chat with the newest message first, as in every messenger; untouched bots keep their order.
    const newest = (bot) => lastMessages.get(bot.username)?.date ?? 0
    const wanted = search.value.trim().toLowerCase()
    const found = bots.filter((bot) => `${bot.name} @${bot.username}`.toLowerCase().includes(wanted))
    if (found.length === 0) return list.replaceChildren(element('p', { class: 'empty' }, text('noneFound')))
    const sorted = found.sort((a, b) => newest(b) - newest(a))
    list.replaceChildren(...sorted.map((bot) => botRow(bot, lastMessages.get(bot.username), opened, unread)))
  }

  function botRow(bot, last, opened, unread) {
    const properties = { class: 'bot-row', type: 'button', onclick: () => actions.onOpen(bot.username) }
    if (bot.username === opened) properties['aria-current'] = 'page'
    return element(
      'button',
      properties,
      avatar(bot.name, bot.id),
      element('span', { class: 'bot-name' }, bot.name),
      element('span', { class: 'preview' }, last ? messageSummary(last) : `@${bot.username}`),
      element('time', {}, last ? formatRecent(last.date) : ''),
      element('span', { class: 'badge' }, unread.has(bot.username) ? String(unread.get(bot.username)) : ''),
    )
  }

  return { node, showPeople, showBots }
}

function roundButton(label, onclick, name = 'plus') {
  return element(
    'button',
    { class: 'round', type: 'button', 'aria-label': label, title: label, onclick },
    icon(name),
  )
}

function personLabel(person) {
  const name = [person.first_name, person.last_name].filter(Boolean).join(' ')
  return person.username ? `${name} (@${person.username})` : name
}
