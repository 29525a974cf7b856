import { element } from '../dom.js'
import { word } from './words.js'

const MOST = 200

/** What the app and the page told each other. */
export function createJournal() {
  const events = element('ol', {})
  return {
    node: element('details', { class: 'mini-app-log' }, element('summary', {}, word('log')), events),
    add(type, data) {
      events.append(element('li', {}, `${type} ${JSON.stringify(data ?? {})}`))
      while (events.childElementCount > MOST) events.firstElementChild.remove()
    },
  }
}
