import { element, icon } from '../dom.js'
import { openMenu } from '../menu.js'
import { text } from '../strings.js'
import { aboutLine } from './aboutLine.js'
import { menuButton } from './commandMenu.js'
import { recordVoice } from './recordVoice.js'

/**
 * The field to write in, with the menu of commands, files, voice, and what one replies to or edits.
 * `onSend({text, reply_to_message_id?})` and `onEdit(message, text)` give nothing if they failed; `onMenuApp(button)`
 * opens the Mini App of the menu button; `onEditLast` is asked for by the upward arrow in the empty field;
 * `attachments` gives the items of the menu of things to send; `onVoice(file, seconds)` gets a recording;
 * `onInput(text)` hears of what is written and not sent yet.
 */
export function createComposer({ unsent, onInput, onSend, onEdit, onMenuApp, onEditLast, ...more }) {
  const { attachments, onVoice, onKeyboard } = more
  const input = element('textarea', {
    rows: 1,
    placeholder: text('message'),
    'aria-label': text('message'),
    maxLength: 4096,
    value: unsent,
  })
  const round = (name, label, onclick, properties = {}) =>
    element(
      'button',
      { class: 'round', type: 'button', 'aria-label': text(label), onclick, ...properties },
      icon(name),
    )
  const keyboard = round('keyboard', 'keyboard', onKeyboard, { hidden: true })
  const attach = round(
    'attach',
    'attach',
    () => {
      const { left, top } = attach.getBoundingClientRect()
      openMenu({ x: left, y: top }, attachments())
    },
    { 'aria-haspopup': 'menu' },
  )
  const voice = round(
    'microphone',
    'recordVoice',
    async () => {
      form.hidden = true
      await recordVoice(node, onVoice)
      form.hidden = false
      input.focus()
    },
    { class: 'round send' },
  )
  const submit = element(
    'button',
    { class: 'round send', type: 'submit', 'aria-label': text('send') },
    icon('send'),
  )
  const form = element('form', {}, input, keyboard, attach, voice, submit)
  const about = element('div', { class: 'about', hidden: true })
  const menuPlace = element('div', { class: 'commands', hidden: true })
  const node = element('div', { class: 'compose' }, about, menuPlace, form)
  /** What is written about: {kind: reply | asked | declined | edit, message}. A reply that the bot asked for comes by itself. */
  let context

  function showButtons() {
    const isEmpty = input.value.trim() === '' && context?.kind !== 'edit'
    voice.hidden = !isEmpty
    submit.hidden = isEmpty
  }

  function write(words) {
    input.value = words
    onInput(words)
    showButtons()
  }

  function setContext(next) {
    context = next
    about.hidden = !next || next.kind === 'declined'
    showButtons()
    if (about.hidden) return
    const cancel = () => {
      if (next.kind === 'edit') write('')
      setContext(next.kind === 'asked' ? { kind: 'declined' } : undefined)
      input.focus()
    }
    about.replaceChildren(...aboutLine(next, cancel))
    input.focus()
  }

  function send(written) {
    const { kind, message } = context ?? {}
    if (kind === 'edit') return onEdit(message, written)
    if (kind === 'declined') return onSend({ text: written, reply_to_message_id: null })
    if (kind === 'reply') return onSend({ text: written, reply_to_message_id: message.message_id })
    return onSend({ text: written })
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const written = input.value.trim()
    if (written === '') return
    const before = context
    write('')
    if (await send(written)) {
      if (context === before) setContext(undefined)
    } else write(written)
  })
  input.addEventListener('input', () => write(input.value))
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      form.requestSubmit()
    } else if (event.key === 'Escape' && !about.hidden) about.querySelector('button').click()
    else if (event.key === 'ArrowUp' && input.value === '' && onEditLast()) event.preventDefault()
  })
  showButtons()

  return {
    node,
    focus: () => input.focus(),
    setPlaceholder: (words) => (input.placeholder = words || text('message')),
    reply: (message) => setContext({ kind: 'reply', message }),
    /** What a file that is sent now replies to. */
    repliesTo: () => (context?.kind === 'reply' ? context.message.message_id : undefined),
    endReply: () => context?.kind === 'reply' && setContext(undefined),
    edit(message) {
      write(message.text ?? message.caption ?? '')
      setContext({ kind: 'edit', message })
    },
    /** Text that a button puts into the field. */
    insert(words) {
      write(words)
      input.focus()
    },
    /** The bot asks for a reply to this message, or no longer. */
    ask(message) {
      if (message) setContext({ kind: 'asked', message })
      else if (context?.kind === 'asked' || context?.kind === 'declined') setContext(undefined)
    },
    showKeyboardButton(isThere, isOpen) {
      keyboard.hidden = !isThere
      keyboard.setAttribute('aria-expanded', String(isOpen))
    },
    setMenu(menu, commands) {
      const onCommand = (command) => onSend({ text: command })
      const content = menuButton(menu, commands, { onApp: onMenuApp, onCommand })
      menuPlace.hidden = content.length === 0
      menuPlace.replaceChildren(...content)
    },
  }
}
