import { chatRow } from './chatRow.js'
import { element, icon } from './dom.js'
import { text } from './strings.js'

/**
 * The list of bots and who one is. `actions`: onPerson(id), onNewPerson, onEditPerson, onNewBot, onSettings(point),
 * onOpen(username).
 */
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
  const settings = roundButton(
    text('settings'),
    () => {
      const { left, bottom } = settings.getBoundingClientRect()
      actions.onSettings({ x: left, y: bottom })
    },
    'settings',
  )
  settings.setAttribute('aria-haspopup', 'menu')
  const addBot = element(
    'button',
    { class: 'quiet', type: 'button', onclick: actions.onNewBot },
    text('newBot'),
  )
  const node = element(
    'aside',
    { class: 'sidebar', 'aria-label': text('chats') },
    element(
      'header',
      {},
      element('label', { class: 'who' }, element('span', {}, text('you')), select),
      roundButton(text('editPerson'), actions.onEditPerson, 'person'),
      roundButton(text('newPerson'), actions.onNewPerson, 'plus'),
      settings,
    ),
    element('div', { class: 'bots-title' }, element('h2', {}, text('bots')), addBot),
    search,
    list,
  )
  let shown = [[], {}]
  let shownPeople

  function showPeople(people, chosen) {
    // An open list of choices would close if it were made anew.
    const next = JSON.stringify([people, chosen])
    if (next === shownPeople) return
    shownPeople = next
    select.replaceChildren(
      ...people.map((person) =>
        element('option', { value: String(person.id), selected: person.id === chosen }, personLabel(person)),
      ),
    )
  }

  /** `about` are {lastMessages, opened, unread}: by username what is newest and how much is unread. */
  function showBots(bots, about) {
    shown = [bots, about]
    if (bots.length === 0) return list.replaceChildren(element('p', { class: 'empty' }, text('noBots')))
    // The chat with the newest message first, as in every messenger; untouched bots keep their order.
    const newest = (bot) => about.lastMessages.get(bot.username)?.date ?? 0
    const wanted = search.value.trim().toLowerCase()
    const found = bots.filter((bot) => `${bot.name} @${bot.username}`.toLowerCase().includes(wanted))
    if (found.length === 0) return list.replaceChildren(element('p', { class: 'empty' }, text('noneFound')))
    const focused =
      list.contains(list.ownerDocument.activeElement) && list.ownerDocument.activeElement.dataset.bot
    const rows = found
      .sort((a, b) => newest(b) - newest(a))
      .map((bot) =>
        chatRow(bot, {
          last: about.lastMessages.get(bot.username),
          isOpen: bot.username === about.opened,
          unread: about.unread.get(bot.username) ?? 0,
          onOpen: () => actions.onOpen(bot.username),
        }),
      )
    list.replaceChildren(...rows)
    if (focused) rows.find((row) => row.dataset.bot === focused)?.focus()
  }

  return { node, showPeople, showBots }
}

function roundButton(label, onclick, name) {
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
