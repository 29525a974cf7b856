import { element } from '../dom.js'
import { link } from '../entities.js'
import { documentCard, photo, sticker, video } from './media.js'
import { place } from './place.js'
import { audio } from './sound.js'

/** What stands beside a poll's question, option or explanation. */
export function pollMedia(media) {
  return element('div', { class: 'poll-media' }, view(media))
}

function view(media) {
  if (media.photo) return photo(media.photo)
  if (media.animation) return video(media.animation, { kind: 'animation' })
  if (media.video) return video(media.video)
  if (media.audio) return audio(media.audio)
  if (media.document) return documentCard(media.document)
  if (media.sticker) return sticker(media.sticker)
  if (media.venue) return place(media.venue.location, media.venue)
  if (media.location) return place(media.location)
  return media.link && link(media.link.url, media.link.url)
}
