import { element } from '../dom.js'
import { text } from '../strings.js'
import { logRow } from './logRow.js'

const CAPACITY = 300
const KINDS = ['all', 'call', 'update', 'problem']

/** What happened, newest first, of one kind or of all, with a search. */
export function createLog() {
  const search = element('input', {
    type: 'search',
    placeholder: text('filter'),
    'aria-label': text('filter'),
    oninput: applyAll,
  })
  const kind = element(
    'select',
    { 'aria-label': text('logKind'), onchange: applyAll },
    KINDS.map((name) => element('option', { value: name }, text(`log_${name}`))),
  )
  const empty = element('p', { class: 'empty' }, text('noCalls'))
  const list = element('div', { class: 'log', role: 'log', 'aria-live': 'off' }, empty)
  const node = element(
    'section',
    { class: 'log-place' },
    element('div', { class: 'log-filter' }, search, kind),
    list,
  )

  function apply(row) {
    const words = search.value.trim().toLowerCase()
    const isOfKind =
      kind.value === 'all' ||
      row.dataset.kind === kind.value ||
      (kind.value === 'problem' && row.matches('.error, .warned'))
    row.hidden = !isOfKind || !row.dataset.search.includes(words)
  }

  function applyAll() {
    for (const row of list.querySelectorAll('.log-row')) apply(row)
  }

  /** What became of an update takes the place of its waiting. */
  function waitingRow({ kind, value }) {
    if (kind !== 'update' || value.update_id === null) return undefined
    return list.querySelector(`[data-waiting="${value.bot} ${value.update_id}"]`)
  }

  return {
    node,
    capacity: CAPACITY,
    /** `entries` are {kind: call | update, time, value}, in any order. */
    add(entries) {
      if (entries.length === 0) return
      empty.remove()
      for (const entry of entries.sort((a, b) => a.time - b.time).slice(-CAPACITY)) {
        const row = logRow(entry)
        apply(row)
        const waiting = waitingRow(entry)
        if (waiting && !waiting.open) waiting.replaceWith(row)
        else list.prepend(row)
      }
      while (list.childElementCount > CAPACITY) list.lastElementChild.remove()
    },
    clear: () => list.replaceChildren(empty),
  }
}
