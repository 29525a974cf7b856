import { element, icon } from '../dom.js'
import { messageSummary } from '../messages/summary.js'
import { text } from '../strings.js'

/** The line above the field: what one replies to or edits, and a way out of it. */
export function aboutLine({ kind, message }, onCancel) {
  const isEdit = kind === 'edit'
  const title = isEdit ? text('editMessage') : text('replyTo', { name: message.from.first_name })
  return [
    icon(isEdit ? 'edit' : 'reply'),
    element('div', {}, element('strong', {}, title), element('span', {}, messageSummary(message))),
    element(
      'button',
      { class: 'round', type: 'button', 'aria-label': text('cancel'), onclick: onCancel },
      icon('close'),
    ),
  ]
}
