import { element, icon } from './dom.js'
import { text } from './strings.js'

/** The field to write in, and the menu of commands if there are any. `send` gives nothing if it failed. */
export function composer(commands, send) {
  const input = element('textarea', {
    rows: 1,
    placeholder: text('message'),
    'aria-label': text('message'),
    maxLength: 4096,
  })
  const button = element(
    'button',
    { class: 'round send', type: 'submit', 'aria-label': text('send') },
    icon('send'),
  )
  const form = element('form', {}, input, button)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const message = input.value.trim()
    if (message === '') return
    input.value = ''
    if (!(await send(message))) input.value = message
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      form.requestSubmit()
    }
  })
  return commands.length > 0 ? [commandMenu(commands, send), form] : [form]
}

function commandMenu(commands, send) {
  const menu = element('div', { class: 'command-menu', hidden: true })
  const toggle = () => {
    menu.hidden = !menu.hidden
    button.setAttribute('aria-expanded', String(!menu.hidden))
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
  return element('div', { class: 'commands' }, menu, button)
}
