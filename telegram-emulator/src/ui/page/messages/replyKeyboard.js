import { element } from '../dom.js'
import { text } from '../strings.js'

/** The keyboard in place of the letters. `onPress` gets the button, which may be a plain string. */
export function replyKeyboard(markup, onPress) {
  const rows = markup.keyboard.map((row) =>
    element(
      'div',
      { class: 'keyboard-row' },
      row.map((given) => {
        const button = typeof given === 'string' ? { text: given } : given
        return element(
          'button',
          { class: `reply-key ${button.style ?? ''}`, type: 'button', onclick: () => onPress(button) },
          button.text,
        )
      }),
    ),
  )
  const size = markup.resize_keyboard ? '' : 'tall'
  return element(
    'div',
    { class: `reply-keyboard ${size}`, role: 'group', 'aria-label': text('keyboard') },
    rows,
  )
}
