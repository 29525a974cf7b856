/* global document, window, localStorage, history, URLSearchParams */
import { openTelegramLink, telegramLink } from './actions/openTelegramLink.js'
import { api } from './api.js'
import { createBanner } from './banner.js'
import { createChatPane } from './chat/chatPane.js'
import { setClock } from './clock.js'
import { element } from './dom.js'
import { followEvents } from './followEvents.js'
import { editPersonForm, newBotForm, newPersonForm } from './forms.js'
import { createInspector } from './inspector/inspector.js'
import { showFailure, toast } from './overlays.js'
import { createReadMarks } from './readMarks.js'
import { openSettings } from './settings.js'
import { createSidebar } from './sidebar.js'
import { language, text } from './strings.js'
import { applyTheme } from './theme.js'

const PERSON_KEY = 'emulator.person'
const address = new URLSearchParams(window.location.search)
const state = { people: [], bots: [], chats: [], personId: 0, pane: undefined }
const marks = createReadMarks()

applyTheme()
document.documentElement.lang = language

const sidebar = createSidebar({
  onPerson: choosePerson,
  onNewPerson: askForPerson,
  onEditPerson: changePerson,
  onNewBot: () => newBotForm(refresh),
  onSettings: openSettings,
  onOpen: (username) => openChat(username).catch(showFailure),
})
const placeholder = element('section', { class: 'chat nothing' }, element('p', {}, text('noChat')))
const banner = createBanner()
const root = document.getElementById('app')
const inspector = createInspector({
  onToggle: (isOpen) => root.classList.toggle('inspecting', isOpen),
})
root.append(banner.node, sidebar.node, placeholder, inspector.node)

const person = () => state.people.find(({ id }) => id === state.personId)

function show() {
  const mine = state.chats.filter((chat) => chat.person === state.personId && chat.last_message)
  sidebar.showPeople(state.people, state.personId)
  sidebar.showBots(state.bots, {
    lastMessages: new Map(mine.map((chat) => [chat.bot, chat.last_message])),
    opened: state.pane?.username,
    unread: marks.unread,
  })
  root.classList.toggle('chatting', Boolean(state.pane))
  const unread = [...marks.unread.values()].reduce((sum, number) => sum + number, 0)
  document.title = unread > 0 ? `(${unread}) ${text('title')}` : text('title')
}

async function refresh() {
  const [people, bots, chats] = await Promise.all([api.people(), api.bots(), api.chats()])
  Object.assign(state, { people, bots, chats })
  if (!person()) {
    const wanted = Number(address.get('person') ?? localStorage.getItem(PERSON_KEY))
    state.personId = (people.find(({ id }) => id === wanted) ?? people.at(-1))?.id ?? 0
    await countUnread()
  }
  show()
}

const countUnread = () =>
  marks.count(
    state.personId,
    state.chats.filter((chat) => chat.person === state.personId && chat.bot !== state.pane?.username),
  )

function choosePerson(id) {
  const opened = state.pane?.username
  closeChat()
  state.personId = id
  localStorage.setItem(PERSON_KEY, String(id))
  void countUnread().then(show, showFailure)
  if (opened) openChat(opened).catch(showFailure)
}

/** `link` as in createChatPane. */
async function openChat(username, link) {
  if (!person()) return askForPerson()
  const bot = await api.bot(username)
  const chat = state.chats.find((one) => one.bot === bot.username && one.person === state.personId)
  const pane = createChatPane({
    person: person(),
    bot,
    isBlocked: chat?.is_blocked ?? false,
    link,
    readUpTo: marks.last(state.personId, bot.username),
    onBack: closeChat,
    onOpenBot: openLinked,
    onInspect: inspector.toggle,
    onStarted: () => setAddress(bot.username),
  })
  state.pane?.node.remove()
  placeholder.remove()
  state.pane = pane
  inspector.node.before(pane.node)
  if (link?.start === undefined) setAddress(bot.username)
  await pane.load()
  markRead()
  show()
}

function markRead() {
  const { pane } = state
  if (pane) marks.mark(pane.personId, pane.username, pane.lastId())
}

async function openLinked(username, link) {
  const bot = state.bots.find((one) => one.username.toLowerCase() === username.toLowerCase())
  if (bot) await openChat(bot.username, link)
  else toast(text('noneFound'))
}

function closeChat() {
  state.pane?.node.remove()
  state.pane = undefined
  inspector.node.before(placeholder)
  setAddress()
  show()
}

function setAddress(username) {
  history.replaceState(null, '', username ? `/?bot=${encodeURIComponent(username)}` : '/')
}

function askForPerson() {
  newPersonForm(async ({ id }) => {
    await refresh()
    choosePerson(id)
    followAddress()
  })
}

function changePerson() {
  if (!person()) return askForPerson()
  editPersonForm(person(), async ({ id }) => {
    await refresh()
    // Names, descriptions and commands of the open bot depend on the language.
    choosePerson(id)
  })
}

/**
 * /?bot=username&start=payload opens the chat with a Start button, as a t.me link does; /?link=… follows any link
 * into Telegram.
 */
function followAddress() {
  const link = telegramLink(address.get('link') ?? '')
  if (link && person()) {
    setAddress()
    const following = openTelegramLink(link, { person: person(), onOpenBot: openLinked })
    return void Promise.resolve(following).catch(showFailure)
  }
  const username = address.get('bot')
  if (username && state.personId && !state.pane)
    openLinked(username, { start: address.get('start') ?? undefined }).catch(showFailure)
}

async function onEvent(event) {
  inspector.notice(event)
  if (event.type === 'clock') return setClock(event)
  if (event.type === 'reset') return startAnew()
  if (event.type === 'bot_deleted' && state.pane?.username === event.bot) closeChat()
  if (['person', 'bot', 'bot_deleted'].includes(event.type)) await refresh()
  const isOpen = state.pane && event.bot === state.pane.username
  if (event.type === 'bot' && isOpen) await state.pane.update(await api.bot(event.bot))
  if (event.bot === undefined || event.person === undefined) return
  showEvent(event, isOpen && event.person === state.pane.personId ? state.pane : undefined)
  show()
}

function chatOf({ bot, person: id }) {
  let chat = state.chats.find((one) => one.bot === bot && one.person === id)
  if (!chat) {
    chat = { bot, person: id, is_blocked: false, last_message: null }
    state.chats.push(chat)
  }
  return chat
}

/** `pane` is given if the event's chat is the open one. */
function showEvent(event, pane) {
  switch (event.type) {
    case 'chat':
      chatOf(event).is_blocked = event.is_blocked
      return pane?.setBlocked(event.is_blocked)
    case 'message':
      chatOf(event).last_message = event.message
      if (!pane && event.person === state.personId && event.message.from.is_bot) marks.add(event.bot)
      pane?.put(event.message)
      return pane && markRead()
    case 'edit': {
      const chat = chatOf(event)
      if (chat.last_message?.message_id === event.message.message_id) chat.last_message = event.message
      return pane?.put(event.message)
    }
    case 'delete':
      if (event.message_ids.includes(chatOf(event).last_message?.message_id))
        void refresh().catch(showFailure)
      return pane?.remove(event.message_ids)
    case 'state':
      return pane?.setState(event.state)
    case 'action':
      return pane?.showAction(event.action)
    case 'draft':
      return pane?.showDraft(event.message)
  }
}

/** Everything is gone: people, bots and chats. */
async function startAnew() {
  state.personId = 0
  marks.clear()
  closeChat()
  await refresh()
  if (state.people.length === 0) askForPerson()
}

let hasStarted = false

async function onOpen() {
  banner.hide()
  setClock(await api.clock())
  await refresh()
  // The connection was lost: what happened meanwhile is fetched anew.
  if (hasStarted) {
    await countUnread()
    return state.pane ? openChat(state.pane.username) : show()
  }
  hasStarted = true
  await inspector.restore()
  if (state.people.length === 0) askForPerson()
  else followAddress()
}

followEvents({
  onOpen: () => onOpen().catch(showFailure),
  onEvent: (event) => onEvent(event).catch(showFailure),
  onLost: () => banner.show(text('offline')),
})
