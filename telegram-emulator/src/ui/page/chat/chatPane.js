/* global setTimeout, clearTimeout, matchMedia */
import { keyboardActions } from '../actions/keyboardActions.js'
import { tapActions } from '../actions/tapActions.js'
import { api } from '../api.js'
import { createComposer } from '../composer/composer.js'
import { base64Of } from '../composer/base64Of.js'
import { sendFiles } from '../composer/sendFiles.js'
import { element } from '../dom.js'
import { openMenu } from '../menu.js'
import { isEditable, messageMenu } from '../messages/messageMenu.js'
import { messageView, refreshReactions } from '../messages/messageView.js'
import { confirmDialog, showFailure } from '../overlays.js'
import { hasText, text } from '../strings.js'
import { attachments } from './attachments.js'
import { createChatHeader } from './chatHeader.js'
import { createKeyboardPanel } from './keyboardPanel.js'
import { createMessageList } from './messageList.js'
import { createPinnedBar } from './pinnedBar.js'
import { dropFiles } from './dropFiles.js'
import { introduction } from './introduction.js'
import { localized } from './localized.js'
import { openProfile } from './profile.js'

const ACTION_MS = 5000

/** What was written and not sent, by chat. */
const unsent = new Map()

/**
 * The open chat of a person and a bot. `link` is what the person followed into it: {start} shows the Start button
 * also in a chat that has begun, {app} opens the bot's Mini App, {insert} stands in the field. `readUpTo` is the last
 * message that they have seen.
 */
export function createChatPane({ person, bot, isBlocked, link = {}, readUpTo, ...events }) {
  const { onBack, onStarted, onOpenBot, onInspect } = events
  const chat = [bot.username, person.id]
  const key = chat.join(' ')
  if (link.insert !== undefined) unsent.set(key, link.insert)
  const nameOfBot = () => localized(bot, person, 'name') ?? bot.name
  const footer = element('footer', { class: 'composer' })
  const header = createChatHeader({
    bot,
    title: nameOfBot(),
    onBack,
    onInspect,
    onProfile: () => openProfile({ bot, person, commands: chatState.commands ?? [] }),
    menuItems,
  })
  const list = createMessageList({ view, onMenu: showMessageMenu })
  const pinned = createPinnedBar(list.jumpTo)
  const { messages } = list
  let chatState = {}
  let actionTimer
  let payload = link.start
  /** What comes while the chat is being fetched waits until the older messages stand. */
  let arriving = []
  const onceLoaded =
    (show) =>
    (...what) =>
      arriving ? void arriving.push(() => show(...what)) : show(...what)

  async function attempt(action) {
    try {
      return await action()
    } catch (error) {
      showFailure(error)
      return undefined
    }
  }

  const send = (message) => attempt(() => api.send(...chat, message))
  const { onTap, openWebApp, openAddress } = tapActions({
    bot,
    person,
    attempt,
    onOpenBot,
    onInsert: (words) => composer.insert(words),
  })
  const keys = createKeyboardPanel({
    onPress: keyboardActions({ bot, person, attempt, openWebApp }),
    onChange: ({ isThere, isOpen }) => composer.showKeyboardButton(isThere, isOpen),
  })
  const composer = createComposer({
    unsent: unsent.get(key) ?? '',
    onInput: (words) => unsent.set(key, words),
    onSend: send,
    onEdit: (message, written) => attempt(() => api.edit(...chat, message.message_id, written)),
    onMenuApp: (button) => openWebApp(button, 'menu'),
    onEditLast() {
      const own = [...messages.values()].findLast((message) => isEditable(message))
      if (own) composer.edit(own)
      return own
    },
    attachments: () => attachments({ bot, person, attempt, onFiles }),
    onVoice: (file, duration) => attempt(() => sendVoice(file, duration)),
    onKeyboard: keys.toggle,
  })
  const node = element(
    'section',
    { class: 'chat', 'aria-label': nameOfBot() },
    header.node,
    pinned.node,
    list.node,
    footer,
    keys.node,
  )
  dropFiles(node, { mayTake: () => composer.node.isConnected, onFiles })
  list.node.addEventListener('click', followLink)
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

  /** Links into Telegram that stand in texts open here. */
  function followLink(event) {
    const anchor = event.target.closest('.text a, .rich a')
    if (!anchor || !/^https?:\/\/(t|telegram)\.(me|dog)\//i.test(anchor.href)) return
    event.preventDefault()
    void openAddress(anchor.href)
  }

  function onFiles(files, { isDocument = false } = {}) {
    const reply_to_message_id = composer.repliesTo()
    const post = async (content) => {
      await api.send(...chat, { ...content, ...(reply_to_message_id && { reply_to_message_id }) })
      composer.endReply()
    }
    sendFiles(files, { isDocument, send: post })
  }

  async function sendVoice(file, duration) {
    const voice = { file_name: file.name, base64: await base64Of(file), ...(duration && { duration }) }
    await api.send(...chat, { voice })
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
      { label: text(isBlocked ? 'unblock' : 'block'), icon: 'stop', onChoose: block },
      { label: text('deleteChat'), icon: 'trash', isDangerous: true, onChoose: clearChat },
      {
        label: text('mayManage'),
        isChecked: bot.can_manage_bots,
        isFirst: true,
        onChoose: () => attempt(() => api.updateBot(bot.username, { can_manage_bots: !bot.can_manage_bots })),
      },
      { label: text('deleteBot'), icon: 'trash', isDangerous: true, onChoose: deleteBot },
    ]
  }

  async function clearChat() {
    const question = text('deleteChatAsk', { name: nameOfBot() })
    if (await confirmDialog(text('deleteChat'), question, text('deleteMessage')))
      await attempt(() => api.deleteChat(...chat))
  }

  async function deleteBot() {
    if (await confirmDialog(text('deleteBotAsk'), `@${bot.username}`, text('deleteMessage')))
      await attempt(() => api.deleteBot(bot.username))
  }

  function showState() {
    const pins = (chatState.pinned_message_ids ?? []).map((id) => messages.get(id)).filter(Boolean)
    pinned.show(pins)
    composer.setMenu(chatState.menu_button, chatState.commands ?? [])
    const markup = chatState.reply_keyboard
    keys.set(markup)
    composer.setPlaceholder(markup?.input_field_placeholder)
    // Who is asked for a reply answers the bot's newest message: it brought the request.
    const asking = markup?.force_reply && [...messages.values()].findLast(({ from }) => from.is_bot)
    composer.ask(asking)
  }

  const showIntroduction = () => list.introduce(introduction(localized(bot, person, 'description')))

  function showFooter() {
    showAction(undefined)
    header.showMenu(messages.size > 0)
    const isEmpty = messages.size === 0
    keys.node.hidden = isBlocked || isEmpty
    if (isBlocked) footer.replaceChildren(bigButton(text('restart'), () => start()))
    else if (payload !== undefined || isEmpty) footer.replaceChildren(bigButton(text('start'), start))
    else if (!composer.node.isConnected) footer.replaceChildren(composer.node)
  }

  function showAction(action) {
    clearTimeout(actionTimer)
    if (!action) return header.setStatus(text(isBlocked ? 'blocked' : 'bot'))
    const words = `action_${action}`
    header.setStatus(text(hasText(words) ? words : 'typing'), true)
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
    lastId: () => Math.max(0, ...messages.keys()),
    /** Fills the pane with what the chat holds. */
    async load() {
      const [older, current] = await Promise.all([api.messages(...chat), api.chatState(...chat)])
      chatState = current
      const late = arriving
      arriving = undefined
      for (const message of older) list.put(message)
      for (const show of late) show()
      showFooter()
      showState()
      list.beginAfter(readUpTo)
      // A field that is focused brings up a phone's keyboard.
      if (matchMedia('(pointer: fine)').matches) composer.focus()
      if (link.app !== undefined) await openWebApp({}, 'link', link.app || undefined)
    },
    put: onceLoaded((message) => {
      list.put(message)
      showFooter()
    }),
    setBlocked(value) {
      isBlocked = value
      showFooter()
    },
    /** Keyboard, pins, reactions or votes changed. */
    setState: onceLoaded((value) => {
      const old = chatState
      chatState = value
      const isChanged = (kind, id) => JSON.stringify(old[kind]?.[id]) !== JSON.stringify(value[kind]?.[id])
      for (const message of [...messages.values()]) {
        const { message_id: id, poll } = message
        if (poll && isChanged('votes', poll.id)) list.put(message)
        else if (isChanged('reactions', id))
          refreshReactions(list.viewOf(id), message, actions, value.reactions?.[id])
      }
      showState()
    }),
    remove: onceLoaded((ids) => {
      list.remove(ids)
      if (messages.size === 0) showIntroduction()
      showFooter()
      showState()
    }),
    showAction,
    showDraft: onceLoaded((message) => {
      const from = { id: bot.id, is_bot: true, first_name: bot.name }
      list.showDraft(messageView({ date: Date.now() / 1000, ...message, from }, actions))
    }),
    /** The bot changed its name, texts or commands. */
    async update(details) {
      Object.assign(bot, details)
      header.show(bot, nameOfBot())
      if (messages.size === 0) showIntroduction()
      chatState = await api.chatState(...chat)
      showState()
    },
  }
}
