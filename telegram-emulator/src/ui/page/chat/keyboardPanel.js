import { element } from '../dom.js'
import { replyKeyboard } from '../messages/replyKeyboard.js'

/**
 * The place of the bot's keyboard below the chat. `onPress(button)`; `onChange({isThere, isOpen})` is told what the
 * button that opens it should show.
 */
export function createKeyboardPanel({ onPress, onChange }) {
  const node = element('div', { class: 'keys' })
  let markup
  let isOpen = false

  function show() {
    node.replaceChildren(...(markup && isOpen ? [replyKeyboard(markup, press)] : []))
    onChange({ isThere: Boolean(markup) && !markup.is_persistent, isOpen })
  }

  function press(button) {
    // Telegram's apps put a one-time keyboard away once it is used; the chat still has it.
    if (markup.one_time_keyboard) setOpen(false)
    return onPress(button)
  }

  function setOpen(value) {
    isOpen = value
    show()
  }

  return {
    node,
    toggle: () => setOpen(!isOpen),
    /** What the bot sent last; nothing if there is none. */
    set(value) {
      const next = value?.keyboard ? value : undefined
      const isNew = JSON.stringify(next) !== JSON.stringify(markup)
      markup = next
      if (isNew) isOpen = true
      show()
    },
  }
}
