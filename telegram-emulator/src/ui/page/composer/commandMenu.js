import { element, icon } from '../dom.js'
import { text } from '../strings.js'

/** What stands left of the field: the button of a Mini App, or the list of commands if there are any. */
export function menuButton(menu, commands, { onApp, onCommand }) {
  if (menu?.type === 'web_app')
    return [element('button', { class: 'menu-app', type: 'button', onclick: () => onApp(menu) }, menu.text)]
  return commands.length > 0 ? commandMenu(commands, onCommand) : []
}

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
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!menu.hidden && relatedTarget !== button && !menu.contains(relatedTarget)) toggle()
  })
  return [menu, button]
}
