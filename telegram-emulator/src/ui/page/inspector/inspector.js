/* global document, localStorage, matchMedia, setTimeout */
import { api } from '../api.js'
import { now } from '../clock.js'
import { element, icon } from '../dom.js'
import { showFailure } from '../overlays.js'
import { text } from '../strings.js'
import { clockPanel } from './clockPanel.js'
import { createLog } from './log.js'
import { faultPanel } from './faultPanel.js'

const KEY = 'emulator.inspector'
const PAUSE_MS = 300

/** The log of Bot API calls and deliveries, the clock and the faults. `onToggle(isOpen)` makes room for them. */
export function createInspector({ onToggle }) {
  const log = createLog()
  const clock = clockPanel()
  const faults = faultPanel()
  const twice = element('input', {
    type: 'checkbox',
    onchange: () => (document.documentElement.dataset.tapTwice = String(twice.checked)),
  })
  const close = element(
    'button',
    { class: 'round', type: 'button', 'aria-label': text('closeWindow'), onclick: toggle },
    icon('close'),
  )
  const node = element(
    'aside',
    { class: 'inspector', 'aria-label': text('inspector') },
    element('header', {}, element('h2', {}, text('inspector')), close),
    clock.node,
    faults.node,
    element('label', { class: 'panel' }, twice, text('tapTwice')),
    log.node,
  )
  node.hidden = true
  let after = 0
  let isWaiting = false
  /** Updates that are told of before the calls that came earlier are fetched. */
  let updates = []

  async function load() {
    const arrived = updates
    updates = []
    const calls = await api.calls(after, log.capacity)
    after = calls.at(-1)?.id ?? after
    log.add([
      ...calls.map((call) => ({ kind: 'call', time: Date.parse(call.time), value: call })),
      ...arrived.map(({ time, event }) => ({ kind: 'update', time, value: event })),
    ])
  }

  async function show(isOpen) {
    node.hidden = !isOpen
    onToggle(isOpen)
    if (isOpen) await Promise.all([load(), faults.load()])
  }

  function toggle() {
    localStorage.setItem(KEY, String(node.hidden))
    show(node.hidden).catch(showFailure)
  }

  return {
    node,
    toggle,
    /** Open as the person left it, where there is room for it. */
    restore: async () => {
      if (localStorage.getItem(KEY) === 'true' && matchMedia('(min-width: 1001px)').matches) await show(true)
    },
    /** Something happened: calls are fetched once for all that happens within a moment. */
    notice(event) {
      if (event.type === 'clock') clock.show(event)
      if (event.type === 'reset') {
        after = 0
        log.clear()
      }
      if (event.type === 'update') {
        updates.push({ time: now(), event })
        updates = updates.slice(-log.capacity)
      }
      if (node.hidden || isWaiting) return
      isWaiting = true
      setTimeout(() => {
        isWaiting = false
        Promise.all([load(), faults.load()]).catch(showFailure)
      }, PAUSE_MS)
    },
  }
}
