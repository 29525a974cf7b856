import { element } from '../dom.js'
import { renderText } from '../entities.js'
import { richMessage } from '../rich/richBlocks.js'
import { contactCard } from './contactCard.js'
import { documentCard, photo, sticker, video, videoNote } from './media.js'
import { place } from './place.js'
import { pollView } from './poll.js'
import { audio, voice } from './sound.js'

/** What a message consists of besides its text or caption, as a node. `actions` as in messageView. */
function mediaOf(message, actions) {
  const { caption, has_media_spoiler: hasSpoiler } = message
  if (message.photo) return photo(message.photo, { hasSpoiler, caption })
  // An animation is accompanied by a document with the same file.
  if (message.animation) return video(message.animation, { kind: 'animation', hasSpoiler })
  if (message.video) return video(message.video, { hasSpoiler })
  if (message.video_note) return videoNote(message.video_note)
  if (message.voice) return voice(message.voice)
  if (message.audio) return audio(message.audio)
  if (message.document) return documentCard(message.document, message.has_protected_content)
  if (message.sticker) return sticker(message.sticker)
  // A venue is accompanied by its location.
  if (message.venue) return place(message.venue.location, message.venue)
  if (message.location) return place(message.location)
  if (message.contact) return contactCard(message.contact)
  if (message.dice) return dice(message.dice)
  if (message.poll) return pollView(message.poll, actions.poll(message))
  if (message.rich_message) return richMessage(message.rich_message, actions.rich(message))
  return undefined
}

/** Pictures and films fill their bubble from edge to edge. */
export const isVisual = (message) => Boolean(message.photo ?? message.video ?? message.animation)

export function messageContent(message, actions) {
  const body = message.text ?? message.caption
  const entities = message.entities ?? message.caption_entities
  const written =
    body !== undefined &&
    element(
      'div',
      { class: 'text', dir: 'auto' },
      renderText(body, entities, actions.onCommand, !message.has_protected_content),
    )
  const media = mediaOf(message, actions)
  const shown = message.show_caption_above_media ? [written, media] : [media, written]
  return shown.filter(Boolean)
}

const dice = ({ emoji, value }) =>
  element(
    'div',
    { class: 'huge', role: 'img', 'aria-label': `${emoji} ${value}` },
    emoji,
    element('small', {}, String(value)),
  )
