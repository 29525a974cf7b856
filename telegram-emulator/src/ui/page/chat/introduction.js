import { element } from '../dom.js'
import { renderText } from '../entities.js'
import { text } from '../strings.js'

/** What an empty chat says: what the bot can do, if it tells. */
export function introduction(description) {
  return description
    ? [element('strong', {}, text('whatCanItDo')), element('p', {}, renderText(description))]
    : [element('p', {}, text('nothingHere'))]
}
