import { element } from './dom.js'
import { openDialog } from './overlays.js'
import { text } from './strings.js'

/**
 * A form in a dialog. `fields` are {name, label, required?, hint?, value?, type?, maxLength?, options?}; `content`
 * stands above them. `submit` gets the values; if it throws, the reason is shown and the dialog stays.
 */
export function formDialog({ title, content, fields, submit, agree = text('create'), onClose = () => {} }) {
  const problem = element('p', { class: 'problem', role: 'alert' })
  const form = element('form', { id: 'dialog-form' }, content, fields.map(field), problem)
  const cancel = element('button', { type: 'button', onclick: () => dialog.close() }, text('cancel'))
  const send = element('button', { class: 'primary', type: 'submit' }, agree)
  send.setAttribute('form', form.id)
  const dialog = openDialog(title, form, [cancel, send])
  dialog.addEventListener('close', onClose)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const controls = [...form.elements].filter((control) => control.name && control.value.trim() !== '')
    send.disabled = true
    problem.textContent = ''
    try {
      await submit(Object.fromEntries(controls.map((control) => [control.name, control.value.trim()])))
      dialog.close()
    } catch (error) {
      problem.textContent = error.message
    }
    send.disabled = false
  })
}

function field({ name, label, required = false, hint, value = '', type = 'text', maxLength, options }) {
  const control = options
    ? element(
        'select',
        { name },
        options.map(([id, shown]) =>
          element('option', { value: String(id), selected: String(id) === String(value) }, shown),
        ),
      )
    : element('input', { name, type, required, value, autocomplete: 'off', ...(maxLength && { maxLength }) })
  return element('label', {}, label, control, hint && element('small', {}, hint))
}
