/* global document, setTimeout, clearTimeout */
import { element } from './dom.js'
import { text } from './strings.js'

let toastTimer
const toastBox = element('div', { class: 'toast', role: 'status' })
document.body.append(toastBox)

/** A short note over the chat, as Telegram shows the answer to a callback query. */
export function toast(message) {
  toastBox.textContent = message
  toastBox.classList.add('shown')
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => toastBox.classList.remove('shown'), 3500)
}

function openDialog(title, content, buttons) {
  const heading = element('h2', {}, title)
  const dialog = element('dialog', {}, heading, content, element('div', { class: 'dialog-buttons' }, buttons))
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

/** Resolves when the person has read it. */
export function alertDialog(title, message) {
  return new Promise((resolve) => {
    const close = element(
      'button',
      { class: 'primary', type: 'button', onclick: () => dialog.close() },
      text('close'),
    )
    const dialog = openDialog(title, element('p', {}, message), close)
    dialog.addEventListener('close', resolve)
  })
}

/** Shows an address or a token; resolves with true if the person agrees. */
export function confirmDialog(title, shown, agree, note) {
  return new Promise((resolve) => {
    let isAgreed = false
    const address = element('p', { class: 'address' }, shown)
    const content = element('div', { class: 'dialog-text' }, note && element('p', {}, note), address)
    const yes = () => {
      isAgreed = true
      dialog.close()
    }
    const buttons = [
      element('button', { type: 'button', onclick: () => dialog.close() }, text('cancel')),
      element('button', { class: 'primary', type: 'button', onclick: yes }, agree),
    ]
    const dialog = openDialog(title, content, buttons)
    dialog.addEventListener('close', () => resolve(isAgreed))
  })
}

/**
 * A form in a dialog. `fields` are {name, label, required?, hint?, value?, options?}. `submit` gets the values;
 * if it throws, the reason is shown and the dialog stays.
 */
export function formDialog(title, fields, submit, agree = text('create')) {
  const problem = element('p', { class: 'problem', role: 'alert' })
  const inputs = fields.map(({ name, label, required = false, hint, value = '', options }) => {
    const control = options
      ? element(
          'select',
          { name },
          options.map(([id, shown]) => element('option', { value: id }, shown)),
        )
      : element('input', { name, required, value, autocomplete: 'off' })
    return element('label', {}, label, control, hint && element('small', {}, hint))
  })
  const form = element('form', { id: `form-${fields[0].name}` }, inputs, problem)
  const cancel = element('button', { type: 'button', onclick: () => dialog.close() }, text('cancel'))
  const create = element('button', { class: 'primary', type: 'submit' }, agree)
  create.setAttribute('form', form.id)
  const dialog = openDialog(title, form, [cancel, create])
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const controls = [...form.elements].filter((control) => control.name && control.value.trim() !== '')
    try {
      await submit(Object.fromEntries(controls.map((control) => [control.name, control.value.trim()])))
      dialog.close()
    } catch (error) {
      problem.textContent = error.message
    }
  })
}
