import { element, icon } from './dom.js'
import { formatClock } from './format.js'
import { messageContent, messageSummary, serviceText } from './messages/content.js'
import { text } from './strings.js'

/**
 * One message with its inline keyboard. `actions`: onTap, onCommand, onJump(id), onReact(message, emoji),
 * poll(message), rich(message). `reactions` are those of the {bot, person}.
 */
export function messageView(message, actions, reactions) {
  const service = serviceText(message)
  if (service)
    return element(
      'article',
      { class: 'day service', 'data-id': String(message.message_id), tabIndex: -1 },
      element('span', {}, service),
    )
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
    reactionLine(message, actions, reactions),
    time,
  )
  const side = isIncoming ? 'incoming' : 'outgoing'
  const guard = message.has_protected_content ? 'protected' : ''
  const node = element(
    'article',
    {
      class: `message ${side} ${guard}`,
      'data-id': String(message.message_id),
      tabIndex: -1,
      'aria-label': text('from', { name: message.from.first_name }),
    },
    bubble,
    message.reply_markup?.inline_keyboard && keyboard(message, actions),
  )
  if (guard) node.addEventListener('copy', (event) => event.preventDefault())
  return node
}

function replyLine({ reply_to_message: original, quote }, { onJump }) {
  return element(
    'button',
    { class: 'reply', type: 'button', onclick: () => onJump(original.message_id) },
    quote?.text ?? messageSummary(original),
  )
}

/** The person's own reactions are buttons that take them back. */
function reactionLine(message, { onReact }, { bot = [], person = [] } = {}) {
  if (bot.length + person.length === 0) return undefined
  // Custom emoji are pictures that only Telegram has.
  const shown = (reaction) => reaction.emoji ?? '⭐'
  return element(
    'div',
    { class: 'reactions' },
    bot.map((reaction) => element('span', {}, shown(reaction))),
    person.map((reaction) =>
      element(
        'button',
        {
          type: 'button',
          'aria-label': text('removeReaction', { emoji: shown(reaction) }),
          onclick: () => onReact(message, reaction.emoji),
        },
        shown(reaction),
      ),
    ),
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
