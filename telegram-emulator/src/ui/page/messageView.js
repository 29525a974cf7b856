import { element, icon } from './dom.js'
import { formatClock } from './format.js'
import { messageContent, messageSummary } from './messages/content.js'
import { text } from './strings.js'

/** One message with its inline keyboard. `actions`: onTap, onCommand, onJump(id), poll(message), rich(message). */
export function messageView(message, actions, reactions = []) {
  const isIncoming = message.from.is_bot
  const bare = message.sticker || message.video_note || message.dice
  const time = element(
    'span',
    { class: 'time' },
    message.edit_date ? `${text('edited')} ` : '',
    formatClock(message.date),
    isIncoming ? undefined : element('span', { class: 'ticks', 'aria-hidden': 'true' }, ' ✓✓'),
  )
  const bubble = element(
    'div',
    { class: `bubble ${bare ? 'bare' : ''}` },
    message.forward_origin && element('div', { class: 'forward' }, text('forwarded')),
    message.reply_to_message && replyLine(message, actions),
    messageContent(message, actions),
    reactionLine(reactions),
    time,
  )
  const side = isIncoming ? 'incoming' : 'outgoing'
  const guard = message.has_protected_content ? 'protected' : ''
  const node = element(
    'article',
    { class: `message ${side} ${guard}`, 'data-id': String(message.message_id) },
    bubble,
    message.reply_markup?.inline_keyboard && keyboard(message, actions),
  )
  if (guard)
    for (const type of ['copy', 'contextmenu']) node.addEventListener(type, (event) => event.preventDefault())
  return node
}

function replyLine({ reply_to_message: original, quote }, { onJump }) {
  return element(
    'button',
    { class: 'reply', type: 'button', onclick: () => onJump(original.message_id) },
    quote?.text ?? messageSummary(original),
  )
}

function reactionLine(reactions) {
  if (reactions.length === 0) return undefined
  // Custom emoji are pictures that only Telegram has.
  return element(
    'div',
    { class: 'reactions' },
    reactions.map((reaction) => element('span', {}, reaction.emoji ?? '⭐')),
  )
}

function keyboard(message, { onTap }) {
  const rows = message.reply_markup.inline_keyboard.map((row) =>
    element(
      'div',
      { class: 'keyboard-row' },
      row.map((button) => {
        const node = element(
          'button',
          { type: 'button', class: `key ${button.style ?? ''}`, disabled: Boolean(button.disabled) },
          button.text,
        )
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
