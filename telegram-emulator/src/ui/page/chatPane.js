/* global window, navigator */
import { api } from './api.js'
import { composer } from './composer.js'
import { avatar, element, icon } from './dom.js'
import { renderText } from './entities.js'
import { shownCommands } from './shownCommands.js'
import { messageView } from './messageView.js'
import { alertDialog, confirmDialog, toast } from './overlays.js'
import { language, text } from './strings.js'

const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' })

/**
 * The open chat of a person and a bot. `startPayload` comes from a deep link: then the Start button is shown
 * also in a chat that has begun.
 */
export function createChatPane({ person, bot, isBlocked, startPayload, onBack, onStarted }) {
  const list = element('div', { class: 'messages', role: 'log' })
  const footer = element('footer', { class: 'composer' })
  const status = element('span', { class: 'status' })
  const blockButton = element('button', {
    class: 'quiet',
    type: 'button',
    onclick: () => attempt(toggleBlocked),
  })
  const header = element(
    'header',
    { class: 'chat-header' },
    element(
      'button',
      { class: 'round back', type: 'button', 'aria-label': text('back'), onclick: onBack },
      icon('back'),
    ),
    avatar(bot.name, bot.id),
    element('div', { class: 'chat-title' }, element('h1', {}, localized('name') ?? bot.name), status),
    blockButton,
  )
  const node = element('section', { class: 'chat' }, header, list, footer)
  const views = new Map()
  let lastDay = ''
  let payload = startPayload
  /** What comes while the chat is being fetched waits until the older messages stand. */
  let arriving = []

  function localized(field) {
    const code = person.language_code?.slice(0, 2) ?? ''
    return bot.texts[code]?.[field] ?? bot.texts['']?.[field]
  }

  async function attempt(action) {
    try {
      return await action()
    } catch (error) {
      toast(text('failed', { reason: error.message }))
      return undefined
    }
  }

  const send = (message) => attempt(() => api.send(bot.username, person.id, message))

  async function toggleBlocked() {
    await (isBlocked ? api.unblock : api.block)(bot.username, person.id)
  }

  async function onTap(message, button) {
    if (button.copy_text) {
      await navigator.clipboard.writeText(button.copy_text.text)
      return toast(text('copied'))
    }
    if (!button.url && !button.callback_data) return toast(text('notEmulated'))
    const answer = button.url
      ? { url: button.url }
      : await attempt(() =>
          api.tap(bot.username, person.id, { message_id: message.message_id, data: button.callback_data }),
        )
    if (answer?.url) void openAddress(answer.url)
    else if (answer?.text && answer.show_alert) void alertDialog(bot.name, answer.text)
    else if (answer?.text) toast(answer.text)
  }

  async function openAddress(address) {
    const isWeb = /^https?:\/\//i.test(address)
    if (await confirmDialog(text('openLink'), address, isWeb ? text('open') : text('close'))) {
      if (isWeb) window.open(address, '_blank', 'noopener,noreferrer')
    }
  }

  const actions = { onTap, onCommand: send }

  function put(message) {
    const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80
    const view = messageView(message, actions)
    const old = views.get(message.message_id)
    views.set(message.message_id, view)
    if (old) {
      old.replaceWith(view)
    } else {
      if (views.size === 1) list.replaceChildren()
      const date = day.format(message.date * 1000)
      if (date !== lastDay) list.append(element('div', { class: 'day' }, element('span', {}, date)))
      lastDay = date
      list.append(view)
    }
    if (isAtEnd || !message.from.is_bot) list.scrollTop = list.scrollHeight
  }

  function showIntroduction() {
    const description = localized('description')
    const shown = description
      ? [element('strong', {}, text('whatCanItDo')), element('p', {}, renderText(description))]
      : element('p', {}, text('nothingHere'))
    list.replaceChildren(element('div', { class: 'introduction' }, shown))
  }

  function showFooter() {
    status.textContent = isBlocked ? text('blocked') : text('bot')
    blockButton.textContent = isBlocked ? text('unblock') : text('block')
    blockButton.hidden = views.size === 0
    if (isBlocked) footer.replaceChildren(bigButton(text('restart'), () => send('/start')))
    else if (payload !== undefined || views.size === 0)
      footer.replaceChildren(bigButton(text('start'), pressStart))
    else if (!footer.querySelector('form'))
      footer.replaceChildren(...composer(shownCommands(bot, person), send))
  }

  async function pressStart() {
    const message = await send(payload ? `/start ${payload}` : '/start')
    if (!message) return
    payload = undefined
    onStarted()
    showFooter()
  }

  const bigButton = (label, onclick) => element('button', { class: 'big', type: 'button', onclick }, label)

  showIntroduction()
  showFooter()

  return {
    node,
    username: bot.username,
    personId: person.id,
    /** Fills the pane with what the chat holds. */
    async load() {
      const messages = await api.messages(bot.username, person.id)
      const late = arriving
      arriving = undefined
      for (const message of [...messages, ...late]) put(message)
      showFooter()
      list.scrollTop = list.scrollHeight
    },
    put(message) {
      if (arriving) return void arriving.push(message)
      put(message)
      showFooter()
    },
    setBlocked(value) {
      isBlocked = value
      showFooter()
    },
    /** The bot changed its name, texts or commands. */
    update(details) {
      Object.assign(bot, details)
      header.querySelector('h1').textContent = localized('name') ?? bot.name
      if (views.size === 0) showIntroduction()
      footer.querySelector('form')?.remove()
      showFooter()
    },
  }
}
