/* global document */
import { element, icon } from '../dom.js'
import { text } from '../strings.js'

/** A photo over the whole window. A press, Esc or the back gesture closes it. */
export function openViewer(address, caption) {
  const dialog = element(
    'dialog',
    { class: 'viewer', 'aria-label': text('photo') },
    element(
      'button',
      { class: 'round', type: 'button', 'aria-label': text('closeWindow'), onclick: () => dialog.close() },
      icon('close'),
    ),
    element('img', { src: address, alt: caption ?? text('photo') }),
    caption && element('p', {}, caption),
  )
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || target.localName === 'img') dialog.close()
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
