/* global setTimeout, clearTimeout, matchMedia */
import { api } from './api.js'
import { createChatHeader } from './chat/chatHeader.js'
import { createMessageList } from './chat/messageList.js'
import { createPinnedBar } from './chat/pinnedBar.js'
import { createComposer } from './composer.js'
import { element } from './dom.js'
import { renderText } from './entities.js'
import { openMenu } from './menu.js'
import { messageView } from './messageView.js'
import { keyboardActions } from './messages/keyboardActions.js'
import { isEditable, messageMenu } from './messages/messageMenu.js'
import { replyKeyboard } from './messages/replyKeyboard.js'
import { tapActions } from './messages/tapActions.js'
import { confirmDialog, toast } from './overlays.js'
import { hasText, text } from './strings.js'

const ACTION_MS = 5000

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
  const chat = [bot.username, person.id]
  const footer = element('footer', { class: 'composer' })
  const keys = element('div', { class: 'keys' })
  const header = createChatHeader({ bot, title: nameOfBot(), onBack, onInspect, menuItems })
  const list = createMessageList({ view, onMenu: showMessageMenu })
  const pinned = createPinnedBar(list.jumpTo)
  const node = element('section', { class: 'chat' }, header.node, pinned.node, list.node, footer, keys)
  const { messages } = list
  let chatState = {}
  let actionTimer
  let payload = startPayload
  /** What comes while the chat is being fetched waits until the older messages stand. */
  let arriving = []

  async function attempt(action) {
    try {
      return await action()
    } catch (error) {
      toast(text('failed', { reason: error.message }))
      return undefined
    }
  }

  const send = (message) => attempt(() => api.send(...chat, message))
  const { onTap, openWebApp } = tapActions({ bot, person, attempt, onOpenBot })
  const press = keyboardActions({ bot, person, attempt, openWebApp })
  const composer = createComposer({
    onSend: send,
    onEdit: (message, written) => attempt(() => api.edit(...chat, message.message_id, written)),
    onMenuApp: (button) => openWebApp(button, 'menu'),
    onEditLast() {
      const own = [...messages.values()].findLast((message) => isEditable(message))
      if (own) composer.edit(own)
      return own
    },
  })
  const onCommand = (command) => send({ text: command })
  const actions = {
    onTap,
    onCommand,
    onJump: list.jumpTo,
    onReact: react,
    poll: (message) => ({
      chosen: chatState.votes?.[message.poll.id],
      onVote: (option_ids) =>
        attempt(() => api.vote(...chat, { message_id: message.message_id, option_ids })),
    }),
    rich: (message) => ({
      onTap: (button) => onTap(message, button),
      onCommand,
      isProtected: message.has_protected_content,
    }),
  }

  function localized(field) {
    const code = person.language_code?.slice(0, 2) ?? ''
    return bot.texts[code]?.[field] ?? bot.texts['']?.[field]
  }

  function nameOfBot() {
    return localized('name') ?? bot.name
  }

  function view(message) {
    return messageView(message, actions, chatState.reactions?.[message.message_id])
  }

  /** A reaction that is there already is taken back. */
  function react(message, emoji) {
    const own = chatState.reactions?.[message.message_id]?.person ?? []
    const isThere = own.some((reaction) => reaction.emoji === emoji)
    return attempt(() => api.react(...chat, message.message_id, isThere ? [] : [{ type: 'emoji', emoji }]))
  }

  function showMessageMenu(message, point) {
    const { items, reactions } = messageMenu(message, {
      onReply: composer.reply,
      onEdit: composer.edit,
      onDelete: ({ message_id }) => attempt(() => api.remove(...chat, [message_id])),
      onReact: react,
    })
    openMenu(point, items, reactions)
  }

  function menuItems() {
    const block = () => attempt(() => (isBlocked ? api.unblock : api.block)(...chat))
    return [
      { label: text(isBlocked ? 'unblock' : 'block'), onChoose: block },
      { label: text('deleteChat'), isDangerous: true, onChoose: clearChat },
    ]
  }

  async function clearChat() {
    const question = text('deleteChatAsk', { name: nameOfBot() })
    if (await confirmDialog(text('deleteChat'), question, text('deleteMessage')))
      await attempt(() => api.deleteChat(...chat))
  }

  function showState() {
    const pins = (chatState.pinned_message_ids ?? []).map((id) => messages.get(id)).filter(Boolean)
    pinned.show(pins)
    composer.setMenu(chatState.menu_button, chatState.commands ?? [])
    showKeyboard(chatState.reply_keyboard)
  }

  function showKeyboard(markup) {
    keys.replaceChildren(...(markup?.keyboard ? [replyKeyboard(markup, pressKey)] : []))
    composer.setPlaceholder(markup?.input_field_placeholder)
    // Who is asked for a reply answers the bot's newest message: it brought the request.
    const asking = markup?.force_reply && [...messages.values()].findLast(({ from }) => from.is_bot)
    composer.ask(asking)
  }

  function pressKey(button) {
    // Telegram's apps put a one-time keyboard away once it is used; the chat still has it.
    if (chatState.reply_keyboard?.one_time_keyboard) keys.replaceChildren()
    return press(button)
  }

  function showIntroduction() {
    const description = localized('description')
    list.introduce(
      description
        ? [element('strong', {}, text('whatCanItDo')), element('p', {}, renderText(description))]
        : element('p', {}, text('nothingHere')),
    )
  }

  function showFooter() {
    showAction(undefined)
    header.showMenu(messages.size > 0)
    const isEmpty = messages.size === 0
    keys.hidden = isBlocked || isEmpty
    if (isBlocked) footer.replaceChildren(bigButton(text('restart'), () => start()))
    else if (payload !== undefined || isEmpty) footer.replaceChildren(bigButton(text('start'), start))
    else if (!composer.node.isConnected) footer.replaceChildren(composer.node)
  }

  function showAction(action) {
    clearTimeout(actionTimer)
    if (!action) return header.setStatus(text(isBlocked ? 'blocked' : 'bot'))
    const key = `action_${action}`
    header.setStatus(text(hasText(key) ? key : 'typing'))
    actionTimer = setTimeout(showAction, ACTION_MS)
  }

  async function start() {
    const message = await attempt(() => api.start(...chat, payload || undefined))
    if (!message) return
    payload = undefined
    onStarted()
    showFooter()
    composer.focus()
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
      const [older, current] = await Promise.all([api.messages(...chat), api.chatState(...chat)])
      chatState = current
      const late = arriving
      arriving = undefined
      for (const message of [...older, ...late]) list.put(message)
      showFooter()
      showState()
      list.toEnd()
      // A field that is focused brings up a phone's keyboard.
      if (matchMedia('(pointer: fine)').matches) composer.focus()
    },
    put(message) {
      if (arriving) return void arriving.push(message)
      list.put(message)
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
      for (const message of changed) list.put(message)
      showState()
    },
    remove(ids) {
      list.remove(ids)
      if (messages.size === 0) showIntroduction()
      showFooter()
      showState()
    },
    showAction,
    showDraft(message) {
      list.showDraft(
        messageView(
          { date: Date.now() / 1000, ...message, from: { id: bot.id, is_bot: true, first_name: bot.name } },
          actions,
        ),
      )
    },
    /** The bot changed its name, texts or commands. */
    async update(details) {
      Object.assign(bot, details)
      header.setTitle(nameOfBot())
      if (messages.size === 0) showIntroduction()
      chatState = await api.chatState(...chat)
      showState()
    },
  }
}
