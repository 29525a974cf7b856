/* global document, window */
import { element, icon } from './dom.js'
import { text } from './strings.js'

let close = () => {}

/**
 * A menu at a point of the window. `items` are {label, icon?, isDangerous?, isChecked?, isFirst?, onChoose}; what is
 * first begins a group. `reactions`, if given, is {emoji: string[], onChoose(emoji)} and stands above them. Esc, a
 * click elsewhere and a choice close it.
 */
export function openMenu({ x, y }, items, reactions) {
  close()
  const before = document.activeElement
  const button = (properties, onChoose, ...children) =>
    element(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        ...properties,
        onclick: () => {
          close()
          void onChoose()
        },
      },
      ...children,
    )
  const menu = element(
    'div',
    { class: 'menu-box', role: 'menu', 'aria-label': text('menu') },
    reactions &&
      element(
        'div',
        { class: 'menu-reactions', role: 'group', 'aria-label': text('reactions') },
        reactions.emoji.map((emoji) => button({}, () => reactions.onChoose(emoji), emoji)),
      ),
    items.map((item) => button(propertiesOf(item), item.onChoose, markOf(item), item.label)),
  )
  const choices = [...menu.querySelectorAll('button')]
  const outside = (event) => {
    if (!menu.contains(event.target)) close()
  }
  close = () => {
    close = () => {}
    document.removeEventListener('pointerdown', outside, true)
    menu.remove()
    before?.focus?.()
  }
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (step) choices.at((choices.indexOf(document.activeElement) + step) % choices.length).focus()
    else return
    event.preventDefault()
  })
  document.addEventListener('pointerdown', outside, true)
  document.body.append(menu)
  const { width, height } = menu.getBoundingClientRect()
  menu.style.left = `${Math.max(8, Math.min(x, window.innerWidth - width - 8))}px`
  menu.style.top = `${Math.max(8, Math.min(y, window.innerHeight - height - 8))}px`
  choices[0]?.focus()
}

function propertiesOf({ isDangerous, isChecked, isFirst }) {
  const checked = isChecked !== undefined && { role: 'menuitemcheckbox', 'aria-checked': String(isChecked) }
  return { class: `${isDangerous ? 'dangerous' : ''} ${isFirst ? 'first' : ''}`, ...checked }
}

function markOf({ icon: name, isChecked }) {
  if (isChecked === undefined) return name && icon(name)
  return element('span', { class: 'menu-mark' }, isChecked && icon('check'))
}
