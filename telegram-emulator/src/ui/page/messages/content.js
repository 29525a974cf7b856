import { element } from '../dom.js'
import { renderText } from '../entities.js'
import { richMessage } from '../rich/richBlocks.js'
import { text } from '../strings.js'
import { documentCard, photo, sound, sticker, video } from './media.js'
import { place } from './place.js'
import { pollView } from './poll.js'

/** What a message consists of besides its text or caption, as nodes. `actions` as in messageView. */
function parts(message, actions) {
  const hasSpoiler = message.has_media_spoiler
  if (message.photo) return photo(message.photo, hasSpoiler)
  // An animation is accompanied by a document with the same file.
  if (message.animation) return video(message.animation, { kind: 'animation', hasSpoiler })
  if (message.video) return video(message.video, { hasSpoiler })
  if (message.video_note) return video(message.video_note, { kind: 'video_note' })
  if (message.voice) return sound(message.voice, text('voice'))
  if (message.audio) return sound(message.audio, text('audio'))
  if (message.document) return documentCard(message.document, message.has_protected_content)
  if (message.sticker) return sticker(message.sticker)
  // A venue is accompanied by its location.
  if (message.venue) return place(message.venue.location, message.venue)
  if (message.location) return place(message.location)
  if (message.contact) return contactCard(message.contact)
  if (message.dice) return element('div', { class: 'huge' }, message.dice.emoji, dieValue(message.dice.value))
  if (message.poll) return pollView(message.poll, actions.poll(message))
  if (message.rich_message) return richMessage(message.rich_message, actions.rich(message))
  return undefined
}

export function messageContent(message, actions) {
  const body = message.text ?? message.caption
  const entities = message.entities ?? message.caption_entities
  const written =
    body !== undefined &&
    element(
      'div',
      { class: 'text' },
      renderText(body, entities, actions.onCommand, !message.has_protected_content),
    )
  const media = parts(message, actions)
  const shown = message.show_caption_above_media ? [written, media] : [media, written]
  return shown.filter(Boolean)
}

/** What happened, for messages that report something instead of saying it. */
export function serviceText(message) {
  const { pinned_message, users_shared, managed_bot_created, web_app_data } = message
  if (pinned_message) return text('servicePinned', { value: messageSummary(pinned_message) })
  if (managed_bot_created) return text('serviceBot', { value: `@${managed_bot_created.bot.username}` })
  if (web_app_data) return text('serviceData', { value: web_app_data.button_text })
  if (!users_shared) return undefined
  const names = users_shared.users.map((user) => user.first_name ?? user.username ?? user.user_id)
  return text('serviceShared', { value: names.join(', ') })
}

/** One line about a message, for the chats list, replies and the pinned bar. */
export function messageSummary(message) {
  const body = message.text ?? message.caption
  if (body) return body
  const service = serviceText(message)
  if (service) return service
  if (message.poll) return message.poll.question
  if (message.sticker) return message.sticker.emoji ?? text('sticker')
  if (message.dice) return message.dice.emoji
  const kinds = [
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
  const kind = kinds.find((name) => message[name])
  return kind ? text(kind) : text('message')
}

const dieValue = (value) => element('small', {}, String(value))

function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ')
  return element(
    'div',
    { class: 'card' },
    element('span', { class: 'card-text' }, element('strong', {}, name), contact.phone_number),
  )
}
