/* global setTimeout, clearTimeout */
import { api } from './api.js'
import { composer } from './composer.js'
import { avatar, element, icon } from './dom.js'
import { renderText } from './entities.js'
import { shownCommands } from './shownCommands.js'
import { messageView } from './messageView.js'
import { messageSummary } from './messages/content.js'
import { replyKeyboard } from './messages/replyKeyboard.js'
import { tapActions } from './messages/tapActions.js'
import { toast } from './overlays.js'
import { language, text } from './strings.js'

const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' })

/**
 * The open chat of a person and a bot. `startPayload` comes from a deep link: then the Start button is shown
 * also in a chat that has begun.
 */
export function createChatPane({
  person,
  bot,
  isBlocked,
  startPayload,
  onBack,
  onStarted,
  onOpenBot,
  onInspect,
}) {
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
  const inspect = element('button', {
    class: 'round',
    type: 'button',
    'aria-label': text('inspector'),
    title: text('inspector'),
    onclick: onInspect,
  })
  inspect.append(icon('code'))
  header.append(inspect)
  const pinned = element('button', { class: 'pinned', type: 'button', hidden: true })
  const keys = element('div', { class: 'keys' })
  const badge = element('span', { class: 'badge' })
  const jumpButton = element(
    'button',
    { class: 'jump', type: 'button', hidden: true, 'aria-label': text('jumpDown') },
    icon('down'),
    badge,
  )
  jumpButton.addEventListener('click', () => list.scrollTo({ top: list.scrollHeight, behavior: 'smooth' }))
  list.addEventListener('scroll', () => countUnread(isNearEnd() ? 0 : unread))
  const stage = element('div', { class: 'stage' }, list, jumpButton)
  const node = element('section', { class: 'chat' }, header, pinned, stage, footer, keys)
  const messages = new Map()
  let chatState = {}
  let album
  let last
  let unread = 0
  let draft
  let typingTimer
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

  const { onTap } = tapActions({ bot, person, attempt, onOpenBot })
  const actions = {
    onTap,
    onCommand: send,
    onJump: jumpTo,
    poll: (message) => ({
      chosen: chatState.votes?.[message.poll.id],
      onVote: (option_ids) =>
        attempt(() => api.vote(bot.username, person.id, { message_id: message.message_id, option_ids })),
    }),
    rich: (message) => ({
      onTap: (button) => onTap(message, button),
      onCommand: send,
      isProtected: message.has_protected_content,
    }),
  }

  function jumpTo(id) {
    const view = views.get(id)
    view?.scrollIntoView({ block: 'center' })
    view?.classList.add('found')
    view?.addEventListener('animationend', () => view.classList.remove('found'), { once: true })
  }

  function view(message) {
    const { bot: ofBot = [], person: ofPerson = [] } = chatState.reactions?.[message.message_id] ?? {}
    return messageView(message, actions, [...ofBot, ...ofPerson])
  }

  const isNearEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < 80

  function put(message) {
    const isAtEnd = isNearEnd()
    const old = views.get(message.message_id)
    const node = view(message)
    messages.set(message.message_id, message)
    views.set(message.message_id, node)
    if (old) old.replaceWith(node)
    else append(message, node)
    if (isAtEnd || !message.from.is_bot) list.scrollTop = list.scrollHeight
    else if (!old) countUnread(unread + 1)
  }

  function append(message, node) {
    if (views.size === 1) list.replaceChildren()
    const date = day.format(message.date * 1000)
    if (date !== lastDay) list.append(element('div', { class: 'day' }, element('span', {}, date)))
    // Messages of one sender within a few minutes stand close, and only the last of them has a tail.
    const follows = last?.from.id === message.from.id && message.date - last.date < 300 && date === lastDay
    if (follows) node.classList.add('grouped')
    if (message.media_group_id && message.media_group_id === last?.media_group_id) album.append(node)
    else if (message.media_group_id) {
      album = element('div', { class: `album ${message.from.is_bot ? 'incoming' : 'outgoing'}` }, node)
      list.append(album)
    } else list.append(node)
    lastDay = date
    last = message
  }

  function countUnread(count) {
    unread = count
    badge.textContent = count > 0 ? String(count) : ''
    jumpButton.hidden = isNearEnd()
  }

  function showState() {
    const pinnedId = chatState.pinned_message_ids?.at(-1)
    const shown = messages.get(pinnedId)
    pinned.hidden = !shown
    if (shown) {
      pinned.replaceChildren(
        element('strong', {}, text('pinned')),
        element('span', {}, messageSummary(shown)),
      )
      pinned.onclick = () => jumpTo(pinnedId)
    }
    const markup = chatState.reply_keyboard
    keys.replaceChildren(...(markup?.keyboard ? [replyKeyboard(markup, send)] : []))
    const field = footer.querySelector('textarea')
    if (field) field.placeholder = markup?.input_field_placeholder ?? text('message')
    if (field && markup?.force_reply) field.focus()
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

  /** Telegram shows a chat action for five seconds. */
  function showTyping(isShown) {
    clearTimeout(typingTimer)
    status.textContent = isShown ? text('typing') : text(isBlocked ? 'blocked' : 'bot')
    if (isShown) typingTimer = setTimeout(() => showTyping(false), 5000)
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
      const [messages, current] = await Promise.all([
        api.messages(bot.username, person.id),
        api.chatState(bot.username, person.id),
      ])
      chatState = current
      const late = arriving
      arriving = undefined
      for (const message of [...messages, ...late]) put(message)
      showFooter()
      showState()
      list.scrollTop = list.scrollHeight
    },
    put(message) {
      if (arriving) return void arriving.push(message)
      draft?.remove()
      showTyping(false)
      put(message)
      showFooter()
    },
    setBlocked(value) {
      isBlocked = value
      showFooter()
    },
    /** Keyboard, pins, reactions or votes changed. */
    setState(value) {
      const old = chatState
      chatState = value
      const changed = [...messages.values()].filter(
        ({ message_id: id, poll }) =>
          JSON.stringify(old.reactions?.[id]) !== JSON.stringify(value.reactions?.[id]) ||
          (poll && JSON.stringify(old.votes?.[poll.id]) !== JSON.stringify(value.votes?.[poll.id])),
      )
      for (const message of changed) put(message)
      showState()
    },
    remove(ids) {
      for (const id of ids) {
        views.get(id)?.remove()
        views.delete(id)
        messages.delete(id)
      }
      showState()
    },
    showAction: () => showTyping(true),
    /** A message that the bot is still writing. */
    showDraft(message) {
      const written = { date: Date.now() / 1000, ...message, from: { id: bot.id, is_bot: true } }
      const next = messageView(written, actions)
      next.classList.add('draft')
      draft?.remove()
      draft = next
      const isAtEnd = isNearEnd()
      list.append(draft)
      if (isAtEnd) list.scrollTop = list.scrollHeight
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
