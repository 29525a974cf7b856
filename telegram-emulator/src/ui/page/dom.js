/* global document */

/**
 * Makes an element. Properties are set on it, except: class, data-* and aria-* attributes, and on* listeners.
 * Children are nodes or strings; strings become text nodes, so nothing that a bot wrote is ever read as HTML.
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
    else if (name === 'class') node.className = value
    else if (name.includes('-')) node.setAttribute(name, value)
    else node[name] = value
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== null))
  return node
}

const ICONS = {
  back: 'M15 5l-7 7 7 7',
  send: 'M4 12l16-8-6 16-3-7z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  link: 'M8 16L16 8M9 8h7v7',
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.classList.add('icon')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', ICONS[name])
  svg.append(path)
  return svg
}

/** A round picture with the first letters of a name, in a colour that belongs to the id. */
export function avatar(name, id) {
  const letters = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
  return element('span', { class: `avatar avatar-${Math.abs(id) % 7}`, 'aria-hidden': 'true' }, letters)
}
