'use client'

const focusable = 'input:not([type=hidden]), textarea, [contenteditable=true], button'

/** Shows a field of the page's form and puts the cursor into it, also if it is in a tab that is not open. */
export const focusField = (name: string): void => {
  const find = () => document.getElementById(`field-${name}`)
  const show = () => {
    const field = find()
    if (field === null) return false
    field.scrollIntoView({ block: 'center' })
    const target = field.matches(focusable) ? field : field.querySelector<HTMLElement>(focusable)
    target?.focus({ preventScroll: true })
    return true
  }
  if (show()) return

  const tabs = [...document.querySelectorAll<HTMLElement>('.tabs-field__tab-button')]
  const openNext = () => {
    tabs.shift()?.click()
    // The tab's fields are there after React has rendered them.
    requestAnimationFrame(() => {
      if (!show() && tabs.length > 0) openNext()
    })
  }
  openNext()
}
