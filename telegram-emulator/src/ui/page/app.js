/* global document, window, localStorage, history, navigator, URLSearchParams */
import { api, followEvents } from './api.js'
import { createChatPane } from './chatPane.js'
import { element } from './dom.js'
import { createInspector } from './inspector/inspector.js'
import { confirmDialog, formDialog, toast } from './overlays.js'
import { createSidebar } from './sidebar.js'
import { language, text } from './strings.js'
import { applyTheme, turnTheme } from './theme.js'

const PERSON_KEY = 'emulator.person'
const link = new URLSearchParams(window.location.search)
const state = { people: [], bots: [], chats: [], personId: 0, pane: undefined, unread: new Map() }

applyTheme()

document.documentElement.lang = language
document.title = text('title')

const sidebar = createSidebar({
  onPerson: choosePerson,
  onNewPerson: askForPerson,
  onEditPerson: changePerson,
  onNewBot: askForBot,
  onTheme: turnTheme,
  onOpen: openChat,
})
const placeholder = element('section', { class: 'chat nothing' }, element('p', {}, text('noChat')))
const root = document.getElementById('app')
const inspector = createInspector({ onClose: inspect })
root.append(sidebar.node, placeholder, inspector.node)

function inspect() {
  void inspector.toggle().catch((error) => toast(text('failed', { reason: error.message })))
  root.classList.toggle('inspecting', !inspector.node.hidden)
}

function show() {
  const mine = state.chats.filter((chat) => chat.person === state.personId && chat.last_message)
  sidebar.showPeople(state.people, state.personId)
  sidebar.showBots(
    state.bots,
    new Map(mine.map((chat) => [chat.bot, chat.last_message])),
    state.pane?.username,
    state.unread,
  )
  root.classList.toggle('chatting', Boolean(state.pane))
}

async function refresh() {
  const [people, bots, chats] = await Promise.all([api.people(), api.bots(), api.chats()])
  Object.assign(state, { people, bots, chats })
  if (!people.some((person) => person.id === state.personId)) {
    const wanted = Number(link.get('person') ?? localStorage.getItem(PERSON_KEY))
    state.personId = (people.find((person) => person.id === wanted) ?? people.at(-1))?.id ?? 0
  }
  show()
}

function choosePerson(id) {
  state.personId = id
  state.unread.clear()
  localStorage.setItem(PERSON_KEY, String(id))
  const opened = state.pane?.username
  closeChat()
  if (opened) void openChat(opened)
}

async function openChat(username, startPayload) {
  const person = state.people.find((candidate) => candidate.id === state.personId)
  if (!person) return askForPerson()
  const bot = await api.bot(username)
  const chat = state.chats.find(
    (candidate) => candidate.bot === bot.username && candidate.person === person.id,
  )
  const pane = createChatPane({
    person,
    bot,
    isBlocked: chat?.is_blocked ?? false,
    startPayload,
    onBack: closeChat,
    onOpenBot: openLinked,
    onInspect: inspect,
    onStarted: () => setAddress(bot.username),
  })
  state.pane?.node.remove()
  placeholder.remove()
  state.pane = pane
  inspector.node.before(pane.node)
  state.unread.delete(bot.username)
  if (startPayload === undefined) setAddress(bot.username)
  show()
  await pane.load()
}

async function openLinked(username, startPayload) {
  const bot = state.bots.find((candidate) => candidate.username.toLowerCase() === username.toLowerCase())
  if (bot) await openChat(bot.username, startPayload)
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

const LANGUAGES = [...new Set([language, 'en', 'ru', 'de', 'es', 'fr', 'uk', 'ko'])]

const personFields = ({ first_name, username, language_code } = {}) => [
  { name: 'first_name', label: text('firstName'), required: true, value: first_name },
  { name: 'username', label: text('optional', { field: text('username') }), value: username },
  {
    name: 'language_code',
    label: text('language'),
    options: [...new Set([language_code ?? language, ...LANGUAGES])].map((code) => [code, code]),
  },
]

function askForPerson() {
  formDialog(text('newPerson'), personFields(), async (fields) => {
    const person = await api.createPerson(fields)
    await refresh()
    choosePerson(person.id)
    followLink()
  })
}

function changePerson() {
  const person = state.people.find((candidate) => candidate.id === state.personId)
  if (!person) return askForPerson()
  const save = async (fields) => {
    await api.updatePerson(person.id, fields)
    await refresh()
    // Names, descriptions and commands of the open bot depend on the language.
    choosePerson(person.id)
  }
  formDialog(text('editPerson'), personFields(person), save, text('save'))
}

function askForBot() {
  formDialog(
    text('newBot'),
    [
      { name: 'name', label: text('name'), required: true },
      { name: 'username', label: text('username'), required: true, hint: text('botUsernameHint') },
    ],
    async (fields) => {
      const { token } = await api.createBot(fields)
      await refresh()
      void offerToken(token)
    },
  )
}

async function offerToken(token) {
  if (!(await confirmDialog(text('tokenTitle'), token, text('copy'), text('tokenText')))) return
  await navigator.clipboard.writeText(token)
  toast(text('copied'))
}

/** /?bot=username&start=payload opens the chat with a Start button, as a t.me link does. */
function followLink() {
  const username = link.get('bot')
  const bot = state.bots.find((candidate) => candidate.username.toLowerCase() === username?.toLowerCase())
  if (bot && state.personId) void openChat(bot.username, link.get('start') ?? undefined)
}

async function onEvent(event) {
  inspector.notice(event)
  if (event.type === 'reset') return startAnew()
  if (event.type === 'person' || event.type === 'bot') await refresh()
  const isOpen = state.pane && event.bot === state.pane.username
  if (event.type === 'bot' && isOpen) await state.pane.update(await api.bot(event.bot))
  if (event.type === 'clock' || event.person === undefined) return
  let chat = state.chats.find((candidate) => candidate.bot === event.bot && candidate.person === event.person)
  if (!chat) {
    chat = { bot: event.bot, person: event.person, is_blocked: false, last_message: null }
    state.chats.push(chat)
  }
  const isShown = isOpen && event.person === state.pane.personId
  showEvent(event, chat, isShown ? state.pane : undefined)
  show()
}

/** `pane` is given if the event's chat is the open one. */
function showEvent(event, chat, pane) {
  switch (event.type) {
    case 'chat':
      chat.is_blocked = event.is_blocked
      return pane?.setBlocked(event.is_blocked)
    case 'message':
      chat.last_message = event.message
      if (!pane && event.person === state.personId && event.message.from.is_bot)
        state.unread.set(event.bot, (state.unread.get(event.bot) ?? 0) + 1)
      return pane?.put(event.message)
    case 'edit':
      return pane?.put(event.message)
    case 'delete':
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
  Object.assign(state, { personId: 0, unread: new Map() })
  closeChat()
  await refresh()
  if (state.people.length === 0) askForPerson()
}

let hasStarted = false

async function onOpen() {
  await refresh()
  const opened = state.pane?.username
  if (hasStarted) {
    // The connection was lost: what happened meanwhile is fetched anew.
    if (opened) await openChat(opened)
    return
  }
  hasStarted = true
  if (state.people.length === 0) askForPerson()
  else followLink()
}

followEvents({
  onOpen: () => onOpen().catch(() => toast(text('offline'))),
  onEvent: (event) => void onEvent(event).catch((error) => toast(text('failed', { reason: error.message }))),
  onLost: () => toast(text('offline')),
})
