/* global setInterval, clearInterval */
import { now } from '../clock.js'
import { element } from '../dom.js'
import { formatDuration } from '../format.js'
import { text } from '../strings.js'

const LAST_S = 5

/** What is left until a poll closes, as long as it is shown. */
export function countdown({ is_closed, close_date }) {
  if (is_closed || !close_date) return undefined
  const node = element('span', { class: 'countdown', role: 'timer', 'aria-label': text('timeLeft') })
  const show = () => {
    const left = Math.max(0, Math.ceil(close_date - now() / 1000))
    node.textContent = formatDuration(left)
    node.classList.toggle('last', left <= LAST_S)
    return left > 0
  }
  show()
  let wasShown = false
  const timer = setInterval(() => {
    wasShown ||= node.isConnected
    if ((wasShown && !node.isConnected) || !show()) clearInterval(timer)
  }, 500)
  return node
}
