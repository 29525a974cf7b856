import { avatar, element, icon } from '../dom.js'
import { openMenu } from '../menu.js'
import { text } from '../strings.js'

/** Who one writes with. `menuItems` gives what the menu offers at that moment. */
export function createChatHeader({ bot, title, onBack, onInspect, onProfile, menuItems }) {
  const status = element('span', { class: 'status', role: 'status' })
  const heading = element('h1')
  const round = (label, name, onclick, more = '') =>
    element(
      'button',
      { class: `round ${more}`, type: 'button', 'aria-label': label, title: label, onclick },
      icon(name),
    )
  const menu = round(text('more'), 'more', () => {
    const { left, bottom } = menu.getBoundingClientRect()
    openMenu({ x: left, y: bottom }, menuItems())
  })
  menu.setAttribute('aria-haspopup', 'menu')
  const picture = element('button', {
    class: 'profile-button',
    type: 'button',
    'aria-label': text('profile'),
    onclick: onProfile,
  })
  const node = element(
    'header',
    { class: 'chat-header' },
    round(text('back'), 'back', onBack, 'back'),
    picture,
    element('div', { class: 'chat-title', onclick: onProfile }, heading, status),
    round(text('inspector'), 'code', onInspect),
    menu,
  )

  function show({ name, id, photo }, shownName) {
    heading.textContent = shownName
    picture.replaceChildren(avatar(name, id, photo))
  }
  show(bot, title)

  return {
    node,
    show,
    setStatus(words, isActive = false) {
      status.textContent = words
      status.classList.toggle('active', isActive)
    },
    showMenu: (isShown) => (menu.hidden = !isShown),
  }
}
