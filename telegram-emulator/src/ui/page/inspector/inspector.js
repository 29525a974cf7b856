/* global document, navigator, setTimeout */
import { api } from '../api.js'
import { element, icon } from '../dom.js'
import { toast } from '../overlays.js'
import { text } from '../strings.js'
import { clockPanel } from './clockPanel.js'
import { faultPanel } from './faultPanel.js'
import { jsonTree } from './jsonTree.js'

const SHOWN = 300
const PAUSE_MS = 400

/** The log of Bot API calls and deliveries, the clock and the faults. */
export function createInspector({ onClose }) {
  const filter = element('input', {
    type: 'search',
    placeholder: text('filter'),
    'aria-label': text('filter'),
  })
  const log = element('div', { class: 'log' }, element('p', { class: 'empty' }, text('noCalls')))
  const close = element('button', {
    class: 'round',
    type: 'button',
    'aria-label': text('back'),
    onclick: onClose,
  })
  close.append(icon('close'))
  const faults = faultPanel()
  const twice = element('input', {
    type: 'checkbox',
    onchange: () => (document.documentElement.dataset.tapTwice = String(twice.checked)),
  })
  const node = element(
    'aside',
    { class: 'inspector', 'aria-label': text('inspector'), hidden: true },
    element('header', {}, element('h2', {}, text('inspector')), close),
    clockPanel(),
    faults.node,
    element('label', { class: 'panel' }, twice, text('tapTwice')),
    element('div', { class: 'log-filter' }, filter),
    log,
  )
  filter.addEventListener('input', () => [...log.children].forEach(applyFilter))
  let after = 0
  let isWaiting = false

  function applyFilter(row) {
    row.hidden = !(row.dataset.search ?? '').includes(filter.value.trim().toLowerCase())
  }

  function add(title, value, isError) {
    log.querySelector('.empty')?.remove()
    const copy = async () => {
      await navigator.clipboard.writeText(JSON.stringify(value, null, 2))
      toast(text('copied'))
    }
    const row = element(
      'details',
      {
        class: `log-row ${isError ? 'error' : ''}`,
        'data-search': `${title} ${JSON.stringify(value)}`.toLowerCase(),
      },
      element('summary', {}, title),
    )
    // The tree is made when it is looked at: a log has hundreds of rows.
    const open = () => {
      const button = element('button', { class: 'quiet', type: 'button', onclick: copy }, text('copyJson'))
      row.append(button, jsonTree(value))
    }
    row.addEventListener('toggle', open, { once: true })
    applyFilter(row)
    log.prepend(row)
    while (log.childElementCount > SHOWN) log.lastElementChild.remove()
  }

  async function load() {
    const calls = await api.calls(after)
    after = calls.at(-1)?.id ?? after
    for (const call of calls.slice(-SHOWN))
      add(`${call.method} · @${call.bot}`, call, call.answer?.ok !== true)
  }

  return {
    node,
    async toggle() {
      node.hidden = !node.hidden
      if (!node.hidden) await Promise.all([load(), faults.load()])
    },
    /** Something happened: calls are fetched once for all that happens within a moment. */
    notice(event) {
      if (event.type === 'update')
        add(`→ ${event.kind} · ${event.outcome} · @${event.bot}`, event, event.outcome === 'failed')
      if (node.hidden || isWaiting) return
      isWaiting = true
      setTimeout(() => {
        isWaiting = false
        load().catch((error) => toast(text('failed', { reason: error.message })))
      }, PAUSE_MS)
    },
  }
}
