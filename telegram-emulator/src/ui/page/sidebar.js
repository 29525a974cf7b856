import { avatar, element, icon } from './dom.js'
import { text } from './strings.js'

/** The list of bots and who one is. `actions`: onPerson(id), onNewPerson, onNewBot, onOpen(username). */
export function createSidebar(actions) {
  const select = element('select', {
    'aria-label': text('you'),
    onchange: () => actions.onPerson(Number(select.value)),
  })
  const list = element('nav', { class: 'bots', 'aria-label': text('bots') })
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
      addPerson,
    ),
    element('div', { class: 'bots-title' }, element('h2', {}, text('bots')), addBot),
    list,
  )

  function showPeople(people, chosen) {
    select.replaceChildren(
      ...people.map((person) =>
        element('option', { value: String(person.id), selected: person.id === chosen }, personLabel(person)),
      ),
    )
  }

  function showBots(bots, lastMessages, opened) {
    if (bots.length === 0) {
      list.replaceChildren(element('p', { class: 'empty' }, text('noBots')))
      return
    }
    // The chat with the newest message first, as in every messenger; untouched bots keep their order.
    const newest = (bot) => lastMessages.get(bot.username)?.date ?? 0
    const sorted = [...bots].sort((a, b) => newest(b) - newest(a))
    list.replaceChildren(...sorted.map((bot) => botRow(bot, lastMessages.get(bot.username), opened)))
  }

  function botRow(bot, last, opened) {
    const properties = { class: 'bot-row', type: 'button', onclick: () => actions.onOpen(bot.username) }
    if (bot.username === opened) properties['aria-current'] = 'page'
    return element(
      'button',
      properties,
      avatar(bot.name, bot.id),
      element('span', { class: 'bot-name' }, bot.name),
      element('span', { class: 'preview' }, last ? last.text : `@${bot.username}`),
    )
  }

  return { node, showPeople, showBots }
}

function roundButton(label, onclick) {
  return element(
    'button',
    { class: 'round', type: 'button', 'aria-label': label, title: label, onclick },
    icon('plus'),
  )
}

function personLabel(person) {
  const name = [person.first_name, person.last_name].filter(Boolean).join(' ')
  return person.username ? `${name} (@${person.username})` : name
}
