import { element } from '../dom.js'

/** The files that the person chooses; none if they change their mind. */
export function pickFiles({ accept = '', multiple = false } = {}) {
  return new Promise((resolve) => {
    const input = element('input', { type: 'file', accept, multiple })
    input.addEventListener('change', () => resolve([...input.files]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
