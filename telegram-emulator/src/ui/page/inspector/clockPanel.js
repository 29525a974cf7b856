import { api } from '../api.js'
import { element } from '../dom.js'
import { toast } from '../overlays.js'
import { text } from '../strings.js'

const ADVANCES = [
  ['+1 min', 60_000],
  ['+1 h', 3_600_000],
  ['+1 d', 86_400_000],
  ['+7 d', 604_800_000],
]

/** Turns the emulator's clock forward. */
export function clockPanel() {
  const advance = (ms) =>
    api.advanceClock(ms).catch((error) => toast(text('failed', { reason: error.message })))
  return element(
    'section',
    { class: 'panel' },
    element('h3', {}, text('clock')),
    ADVANCES.map(([label, ms]) =>
      element('button', { class: 'chip', type: 'button', onclick: () => advance(ms) }, label),
    ),
  )
}
