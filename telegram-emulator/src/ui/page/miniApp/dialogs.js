/* global document */
import { element } from '../dom.js'
import { word } from './words.js'

function show(title, content, buttons) {
  const dialog = element(
    'dialog',
    {},
    title && element('h2', {}, title),
    content,
    element('div', { class: 'dialog-buttons' }, buttons),
  )
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

/** A popup with up to three buttons; resolves with the id of the pressed one, undefined if it was closed. */
export function askPopup({ title, message, buttons = [] }) {
  return new Promise((resolve) => {
    let pressed
    const labels = { ok: word('ok'), close: word('close'), cancel: word('cancel') }
    const press = (id) => {
      pressed = id
      dialog.close()
    }
    const nodes = buttons.map(({ id, type, text }) =>
      element(
        'button',
        { type: 'button', class: type === 'destructive' ? 'danger' : '', onclick: () => press(id ?? '') },
        labels[type] ?? text,
      ),
    )
    const dialog = show(title, element('p', {}, message), nodes)
    dialog.addEventListener('close', () => resolve(pressed))
  })
}

/** Asks for a line of text; the empty string if the person gives none. */
export function askText(question) {
  return new Promise((resolve) => {
    let given = ''
    const input = element('input', { type: 'text', 'aria-label': question })
    const agree = () => {
      given = input.value
      dialog.close()
    }
    const dialog = show(question, element('form', { onsubmit: (event) => event.preventDefault() }, input), [
      element('button', { type: 'button', onclick: () => dialog.close() }, word('cancel')),
      element('button', { type: 'button', class: 'primary', onclick: agree }, word('ok')),
    ])
    dialog.addEventListener('close', () => resolve(given))
  })
}
