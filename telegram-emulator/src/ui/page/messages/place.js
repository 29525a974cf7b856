import { element, icon } from '../dom.js'
import { text } from '../strings.js'

/** A location or a venue: a card that opens a map, for the page itself loads nothing from elsewhere. */
export function place(location, { title, address } = {}) {
  const position = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`
  const query = `${location.latitude},${location.longitude}`
  return element(
    'a',
    {
      class: 'card',
      href: `https://www.openstreetmap.org/?mlat=${location.latitude}&mlon=${location.longitude}#map=16/${query.replace(',', '/')}`,
      target: '_blank',
      rel: 'noopener noreferrer',
    },
    element('span', { class: 'card-icon' }, icon('pin')),
    element(
      'span',
      { class: 'card-text' },
      element('strong', {}, title ?? text('location')),
      address ?? position,
    ),
  )
}
