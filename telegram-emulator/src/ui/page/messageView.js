import { element, icon } from './dom.js'
import { renderText } from './entities.js'
import { language, text } from './strings.js'

const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' })

/** One message with its inline keyboard. `actions` are onTap(message, button) and onCommand(text). */
export function messageView(message, actions) {
  const side = message.from.is_bot ? 'incoming' : 'outgoing'
  const time = element(
    'span',
    { class: 'time' },
    message.edit_date ? `${text('edited')} ` : '',
    clock.format(message.date * 1000),
  )
  const reply = message.reply_to_message && element('div', { class: 'reply' }, message.reply_to_message.text)
  const content = element(
    'div',
    { class: 'text' },
    renderText(message.text, message.entities, actions.onCommand),
  )
  return element(
    'article',
    { class: `message ${side}`, 'data-id': String(message.message_id) },
    element('div', { class: 'bubble' }, reply, content, time),
    message.reply_markup && keyboard(message, actions),
  )
}

function keyboard(message, { onTap }) {
  const rows = message.reply_markup.inline_keyboard.map((row) =>
    element(
      'div',
      { class: 'keyboard-row' },
      row.map((button) => {
        const node = element('button', { type: 'button', class: `key ${button.style ?? ''}` }, button.text)
        if (button.url || button.web_app) node.append(icon('link'))
        node.addEventListener('click', async () => {
          // Telegram shows progress until the bot answers, and still lets the person tap again.
          node.classList.add('busy')
          await onTap(message, button)
          node.classList.remove('busy')
        })
        return node
      }),
    ),
  )
  return element('div', { class: 'keyboard' }, rows)
}
