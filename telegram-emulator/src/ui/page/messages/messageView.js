import { element, icon } from '../dom.js'
import { formatClock } from '../format.js'
import { text } from '../strings.js'
import { isVisual, messageContent } from './content.js'
import { inlineKeyboard } from './inlineKeyboard.js'
import { reactionLine } from './reactionLine.js'
import { messageSummary, serviceText } from './summary.js'

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
  const bubble = element(
    'div',
    { class: `bubble ${shapeOf(message)}` },
    message.forward_origin && forwardLine(message.forward_origin),
    message.via_bot &&
      element('div', { class: 'forward' }, text('viaBot', { name: message.via_bot.username })),
    message.reply_to_message && replyLine(message, actions),
    messageContent(message, actions),
    reactionLine(message, actions, reactions),
    timeOf(message, isIncoming),
  )
  // A caption is as wide as what it belongs to.
  const media = bubble.querySelector(':scope > .media')
  if (media?.style.width) bubble.style.width = `max(${media.style.width}, 200px)`
  const guard = message.has_protected_content ? 'protected' : ''
  const node = element(
    'article',
    {
      class: `message ${isIncoming ? 'incoming' : 'outgoing'} ${guard}`,
      'data-id': String(message.message_id),
      tabIndex: -1,
      'aria-label': text('from', { name: message.from.first_name }),
    },
    bubble,
    message.reply_markup?.inline_keyboard && inlineKeyboard(message, actions),
  )
  if (guard) node.addEventListener('copy', (event) => event.preventDefault())
  return node
}

/** The reactions changed and nothing else: what plays in the message goes on. */
export function refreshReactions(node, message, actions, reactions) {
  const bubble = node.querySelector('.bubble')
  bubble?.querySelector(':scope > .reactions')?.remove()
  const line = reactionLine(message, actions, reactions)
  if (line) bubble?.querySelector(':scope > .time').before(line)
}

/** bare: without a bubble; visual: filled to the edges; captionless: the time stands on the picture. */
function shapeOf(message) {
  if (message.sticker || message.video_note || message.dice) return 'bare'
  if (!isVisual(message)) return message.rich_message ? 'wide' : ''
  return message.caption === undefined || message.show_caption_above_media ? 'visual captionless' : 'visual'
}

function timeOf(message, isIncoming) {
  return element(
    'span',
    { class: 'time' },
    message.edit_date ? `${text('edited')} ` : '',
    formatClock(message.date),
    isIncoming ? undefined : element('span', { class: 'ticks', 'aria-hidden': 'true' }, icon('read')),
  )
}

function forwardLine({ sender_user: user, sender_user_name: hidden }) {
  return element(
    'div',
    { class: 'forward' },
    text('forwardedFrom', { name: user?.first_name ?? hidden ?? '' }),
  )
}

function replyLine({ reply_to_message: original, quote }, { onJump }) {
  return element(
    'button',
    { class: 'reply', type: 'button', onclick: () => onJump(original.message_id) },
    element('strong', {}, original.from.first_name),
    element('span', {}, quote?.text ?? messageSummary(original)),
  )
}
