import { element } from './dom.js'

/** A line over everything for what lasts, such as a server that is gone. */
export function createBanner() {
  const node = element('div', { class: 'banner', role: 'alert' })
  node.hidden = true
  return {
    node,
    show(words) {
      node.textContent = words
      node.hidden = false
    },
    hide: () => (node.hidden = true),
  }
}
