/* global setInterval */
import { api } from '../api.js'
import { now } from '../clock.js'
import { element } from '../dom.js'
import { formatMoment } from '../format.js'
import { showFailure } from '../overlays.js'
import { text } from '../strings.js'

const MINUTE_MS = 60_000
const ADVANCES = [
  ['minute', MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['day', 24 * 60 * MINUTE_MS],
  ['week', 7 * 24 * 60 * MINUTE_MS],
]

/** Shows the emulator's clock and turns it forward. */
export function clockPanel() {
  const time = element('time', { class: 'clock' })
  const show = () => (time.textContent = formatMoment(now()))
  const advance = async (button, ms) => {
    button.disabled = true
    await api.advanceClock(ms).catch(showFailure)
    button.disabled = false
  }
  const buttons = ADVANCES.map(([unit, ms]) => {
    const label = text('advance', { unit: text(`unit_${unit}`) })
    const button = element('button', { class: 'chip', type: 'button' }, label)
    button.addEventListener('click', () => advance(button, ms))
    return button
  })
  setInterval(() => time.checkVisibility() && show(), 1000)
  show()
  const node = element('section', { class: 'panel' }, element('h3', {}, text('clock'), ' ', time), buttons)
  return { node, show }
}
