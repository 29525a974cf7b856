import { element, icon } from './dom.js'
import { messageSummary } from './messages/content.js'
import { text } from './strings.js'

/**
 * The field to write in, with the menu of commands and what one replies to or edits. `onSend({text,
 * reply_to_message_id?})` and `onEdit(message, text)` give nothing if they failed; `onMenuApp(button)` opens the
 * Mini App of the menu button; `onEditLast` is asked for by the upward arrow in the empty field.
 */
export function createComposer({ onSend, onEdit, onMenuApp, onEditLast }) {
  const input = element('textarea', {
    rows: 1,
    placeholder: text('message'),
    'aria-label': text('message'),
    maxLength: 4096,
  })
  const submit = element(
    'button',
    { class: 'round send', type: 'submit', 'aria-label': text('send') },
    icon('send'),
  )
  const form = element('form', {}, input, submit)
  const about = element('div', { class: 'about', hidden: true })
  const menuPlace = element('div', { class: 'commands', hidden: true })
  const node = element('div', { class: 'compose' }, about, menuPlace, form)
  /** What is written about: {kind: reply | asked | declined | edit, message}. A reply that the bot asked for comes by itself. */
  let context

  function setContext(next) {
    context = next
    about.hidden = !next || next.kind === 'declined'
    if (about.hidden) return
    const isEdit = next.kind === 'edit'
    const title = isEdit ? text('editMessage') : text('replyTo', { name: next.message.from.first_name })
    const cancel = () => {
      if (isEdit) input.value = ''
      setContext(next.kind === 'asked' ? { kind: 'declined' } : undefined)
      input.focus()
    }
    about.replaceChildren(
      icon(isEdit ? 'edit' : 'reply'),
      element('div', {}, element('strong', {}, title), element('span', {}, messageSummary(next.message))),
      element(
        'button',
        { class: 'round', type: 'button', 'aria-label': text('cancel'), onclick: cancel },
        icon('close'),
      ),
    )
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
    input.value = ''
    if (await send(written)) {
      if (context === before) setContext(undefined)
    } else input.value = written
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      form.requestSubmit()
    } else if (event.key === 'Escape' && !about.hidden) about.querySelector('button').click()
    else if (event.key === 'ArrowUp' && input.value === '' && onEditLast()) event.preventDefault()
  })

  return {
    node,
    focus: () => input.focus(),
    setPlaceholder: (words) => (input.placeholder = words ?? text('message')),
    reply: (message) => setContext({ kind: 'reply', message }),
    edit(message) {
      input.value = message.text ?? message.caption ?? ''
      setContext({ kind: 'edit', message })
    },
    /** The bot asks for a reply to this message, or no longer. */
    ask(message) {
      if (message) setContext({ kind: 'asked', message })
      else if (context?.kind === 'asked' || context?.kind === 'declined') setContext(undefined)
    },
    /** The menu button: a Mini App, or the commands if there are any. */
    setMenu(menuButton, commands) {
      const content =
        menuButton?.type === 'web_app'
          ? [menuAppButton(menuButton, onMenuApp)]
          : commands.length > 0
            ? commandMenu(commands, (command) => onSend({ text: command }))
            : []
      menuPlace.hidden = content.length === 0
      menuPlace.replaceChildren(...content)
    },
  }
}

const menuAppButton = (menuButton, onMenuApp) =>
  element(
    'button',
    { class: 'menu-app', type: 'button', onclick: () => onMenuApp(menuButton) },
    menuButton.text,
  )

function commandMenu(commands, send) {
  const menu = element('div', { class: 'command-menu', hidden: true })
  const toggle = () => {
    menu.hidden = !menu.hidden
    button.setAttribute('aria-expanded', String(!menu.hidden))
    if (!menu.hidden) menu.querySelector('button').focus()
  }
  for (const { command, description } of commands) {
    const choose = () => {
      toggle()
      void send(`/${command}`)
    }
    const label = [element('strong', {}, `/${command}`), element('span', {}, description)]
    menu.append(element('button', { type: 'button', onclick: choose }, label))
  }
  const button = element(
    'button',
    {
      class: 'round menu',
      type: 'button',
      'aria-label': text('commands'),
      'aria-expanded': 'false',
      onclick: toggle,
    },
    icon('menu'),
  )
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    toggle()
    button.focus()
  })
  return [menu, button]
}
