/* global setTimeout, clearTimeout */

const LONG_PRESS_MS = 500

/** Right clicks, long presses and keys on messages. */
export function followPointing(list, { messageOf, onMenu, onStep }) {
  const articleOf = (event) => event.target.closest('article[data-id]')
  const cornerOf = (article) => {
    const { left, top } = article.getBoundingClientRect()
    return { x: left + 24, y: top + 24 }
  }

  list.addEventListener('contextmenu', (event) => {
    const article = articleOf(event)
    const message = messageOf(article)
    if (!message || event.target.closest('a, video')) return
    event.preventDefault()
    // The keyboard's menu key has no place of its own.
    const isPointed = event.clientX > 0 || event.clientY > 0
    onMenu(message, isPointed ? { x: event.clientX, y: event.clientY } : cornerOf(article))
  })

  // Where a finger that stays brings no context menu.
  let timer
  list.addEventListener(
    'touchstart',
    (event) => {
      const message = messageOf(articleOf(event))
      const [{ clientX: x, clientY: y }] = event.touches
      clearTimeout(timer)
      if (message) timer = setTimeout(() => onMenu(message, { x, y }), LONG_PRESS_MS)
    },
    { passive: true },
  )
  for (const type of ['touchend', 'touchmove', 'touchcancel', 'contextmenu'])
    list.addEventListener(type, () => clearTimeout(timer), { passive: true })

  list.addEventListener('keydown', (event) => {
    const article = event.target
    if (!article.matches('article[data-id]')) return
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step) onStep(article, step)
    else if (event.key === 'Enter') onMenu(messageOf(article), cornerOf(article))
    else return
    event.preventDefault()
  })
}
