import { element, icon } from '../dom.js'

const MARKS = {
  url: 'link',
  login_url: 'link',
  web_app: 'window',
  copy_text: 'copy',
  switch_inline_query: 'send',
  switch_inline_query_current_chat: 'send',
  switch_inline_query_chosen_chat: 'send',
}

/** The buttons below a message. */
export function inlineKeyboard(message, { onTap }) {
  const rows = message.reply_markup.inline_keyboard.map((row) =>
    element(
      'div',
      { class: 'keyboard-row' },
      row.map((button) => key(message, button, onTap)),
    ),
  )
  return element('div', { class: 'keyboard' }, rows)
}

function key(message, button, onTap) {
  const mark = Object.keys(MARKS).find((name) => button[name] !== undefined)
  const node = element(
    'button',
    { type: 'button', class: `key ${button.style ?? ''}`, disabled: Boolean(button.disabled) },
    button.text,
    mark && icon(MARKS[mark]),
  )
  let waiting = 0
  node.addEventListener('click', async () => {
    // Telegram shows progress until the bot answers, and still lets the person tap again.
    waiting += 1
    node.classList.add('busy')
    await onTap(message, button)
    waiting -= 1
    if (waiting === 0) node.classList.remove('busy')
  })
  return node
}
