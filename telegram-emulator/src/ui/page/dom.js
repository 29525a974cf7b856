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
  node.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false))
  return node
}

const ICONS = {
  back: 'M15 5l-7 7 7 7',
  send: 'M4 12l16-8-6 16-3-7z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  down: 'M6 9l6 6 6-6',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  pin: 'M12 21s-6-6-6-11a6 6 0 0 1 12 0c0 5-6 11-6 11zM12 12v-2',
  code: 'M8 7l-5 5 5 5M16 7l5 5-5 5',
  theme: 'M12 4a8 8 0 1 0 8 8 6 6 0 0 1-8-8z',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  keyboard: 'M4 7h16v10H4zM8 11v.01M12 11v.01M16 11v.01M8 14h8',
  reply: 'M10 6l-6 6 6 6M4 12h10a6 6 0 0 1 6 6',
  edit: 'M5 19l1-4L16 5l3 3L9 18z',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM5 20a7 7 0 0 1 14 0',
  link: 'M8 16L16 8M9 8h7v7',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  play: 'M8 5l11 7-11 7z',
  pause: 'M8 5v14M16 5v14',
  check: 'M5 13l4 4 10-10',
  read: 'M2 13l4 4 9-10M11 16l1 1 9-10',
  bulb: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-4 10.5c.7.7 1 1.5 1 2.5h6c0-1 .3-1.8 1-2.5A6 6 0 0 0 12 3z',
  window: 'M4 5h16v14H4zM4 9h16',
  attach: 'M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 5 5l-8.5 8.5a1.7 1.7 0 0 1-2.5-2.5L15 7',
  microphone: 'M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5 11a7 7 0 0 0 14 0M12 18v3',
  photo: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9v.01',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4l3 2',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  stop: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 6.5l11 11',
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

/** A round picture: a photo by its file_unique_id, or the first letters of a name in a colour that belongs to the id. */
export function avatar(name, id, photo) {
  if (photo) {
    const src = `/emulator/files/${encodeURIComponent(photo)}`
    return element('span', { class: 'avatar', 'aria-hidden': 'true' }, element('img', { src, alt: '' }))
  }
  const letters = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
  return element('span', { class: `avatar avatar-${Math.abs(id) % 7}`, 'aria-hidden': 'true' }, letters)
}
