/* global document, setTimeout, clearTimeout */
import { element } from './dom.js'
import { text } from './strings.js'

const TOAST_MS = 3500

let toastTimer
const toastBox = element('div', { class: 'toast', role: 'status' })
document.body.append(toastBox)

/** A short note over the chat, as Telegram shows the answer to a callback query. */
export function toast(message) {
  toastBox.textContent = message
  toastBox.classList.add('shown')
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => toastBox.classList.remove('shown'), TOAST_MS)
}

export const showFailure = (error) => toast(text('failed', { reason: error.message }))

export function openDialog(title, content, buttons) {
  const heading = element('h2', { id: 'dialog-title' }, title)
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'dialog-title' },
    heading,
    content,
    element('div', { class: 'dialog-buttons' }, buttons),
  )
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

/** Resolves when the person has read it. */
export function alertDialog(title, ...content) {
  return new Promise((resolve) => {
    const close = element(
      'button',
      { class: 'primary', type: 'button', onclick: () => dialog.close() },
      text('close'),
    )
    const dialog = openDialog(title, element('div', { class: 'dialog-text' }, content), close)
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
