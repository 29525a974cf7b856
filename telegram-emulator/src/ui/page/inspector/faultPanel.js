import { api } from '../api.js'
import { element } from '../dom.js'
import { formDialog } from '../overlays.js'
import { text } from '../strings.js'

const NUMBERS = ['error_code', 'retry_after', 'times']

/** The faults that are set, and a form for another one. */
export function faultPanel() {
  const list = element('div', { class: 'fault-list' })
  const add = element('button', { class: 'chip', type: 'button', onclick: ask }, text('addFault'))
  const clear = element('button', { class: 'chip', type: 'button', onclick: clearAll }, text('clearFaults'))
  const node = element('section', { class: 'panel' }, element('h3', {}, text('faults')), add, clear, list)

  async function load() {
    const faults = await api.faults()
    list.replaceChildren(
      ...(faults.length === 0
        ? [element('p', { class: 'empty' }, text('noFaults'))]
        : faults.map((fault) => element('code', {}, JSON.stringify(fault)))),
    )
  }

  async function clearAll() {
    await api.clearFaults()
    await load()
  }

  function ask() {
    formDialog(
      text('addFault'),
      [
        { name: 'method', label: text('optional', { field: text('method') }) },
        { name: 'error_code', label: text('optional', { field: text('errorCode') }), value: '429' },
        { name: 'retry_after', label: text('optional', { field: text('retryAfter') }) },
        { name: 'times', label: text('times'), value: '1', required: true },
      ],
      async (fields) => {
        for (const name of NUMBERS) if (name in fields) fields[name] = Number(fields[name])
        await api.addFault(fields)
        await load()
      },
    )
  }

  return { node, load }
}
