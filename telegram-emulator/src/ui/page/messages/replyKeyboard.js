import { element } from '../dom.js'

/** The keyboard below the field. A tap sends the button's text, as Telegram's does. */
export function replyKeyboard(markup, send) {
  const rows = markup.keyboard.map((row) =>
    element(
      'div',
      { class: 'keyboard-row' },
      row.map((button) => {
        const label = typeof button === 'string' ? button : button.text
        return element(
          'button',
          { class: `reply-key ${button.style ?? ''}`, type: 'button', onclick: () => send(label) },
          label,
        )
      }),
    ),
  )
  return element('div', { class: 'reply-keyboard' }, rows)
}
