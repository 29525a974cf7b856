import { text } from '../strings.js'

const KINDS = [
  'photo',
  'animation',
  'video',
  'video_note',
  'voice',
  'audio',
  'document',
  'venue',
  'location',
  'contact',
]
const ICONS = { photo: '🖼', video: '🎬', voice: '🎤', audio: '🎵', document: '📎', poll: '📊' }

/** What happened, for messages that report something instead of saying it. */
export function serviceText(message) {
  const { pinned_message, users_shared, managed_bot_created, web_app_data, write_access_allowed } = message
  if (pinned_message) return text('servicePinned', { value: messageSummary(pinned_message) })
  if (managed_bot_created) return text('serviceBot', { value: `@${managed_bot_created.bot.username}` })
  if (web_app_data) return text('serviceData', { value: web_app_data.button_text })
  if (write_access_allowed) return text('serviceWrite')
  if (!users_shared) return undefined
  const names = users_shared.users.map((user) => user.first_name ?? user.username ?? user.user_id)
  return text('serviceShared', { value: names.join(', ') })
}

/** One line about a message, for the chats list, replies and the pinned bar. */
export function messageSummary(message) {
  const service = serviceText(message)
  if (service) return service
  const kind = KINDS.find((name) => message[name])
  const body = message.text ?? message.caption
  if (body) return kind && ICONS[kind] ? `${ICONS[kind]} ${body}` : body
  if (message.poll) return `${ICONS.poll} ${message.poll.question}`
  if (message.sticker) return `${message.sticker.emoji ?? ''} ${text('sticker')}`.trim()
  if (message.dice) return message.dice.emoji
  if (message.rich_message) return richSummary(message.rich_message.blocks) || text('message')
  return kind ? [ICONS[kind], text(kind)].filter(Boolean).join(' ') : text('message')
}

/** The first words of a rich message. */
function richSummary(blocks = []) {
  for (const block of blocks) {
    const words = plain(block.text ?? block.summary) || richSummary(block.blocks ?? block.items)
    if (words) return words
  }
  return ''
}

function plain(rich) {
  if (typeof rich === 'string') return rich
  if (Array.isArray(rich)) return rich.map(plain).join('')
  return rich ? plain(rich.text ?? rich.expression ?? rich.alternative_text) : ''
}
