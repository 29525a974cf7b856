import { api } from '../api.js'
import { element } from '../dom.js'
import { showFailure } from '../overlays.js'
import { text } from '../strings.js'
import { askForFault } from './askForFault.js'

/** The faults that are set, and forms for another one. */
export function faultPanel() {
  const list = element('div', { class: 'fault-list' })
  const chip = (label, onclick) => element('button', { class: 'chip', type: 'button', onclick }, label)
  const node = element(
    'section',
    { class: 'panel' },
    element('h3', {}, text('faults')),
    chip(text('addFault'), () => askForFault('call', load)),
    chip(text('addDeliveryFault'), () => askForFault('delivery', load)),
    chip(text('clearFaults'), () => api.clearFaults().then(load).catch(showFailure)),
    list,
  )

  async function load() {
    const faults = await api.faults()
    list.replaceChildren(
      ...(faults.length === 0
        ? [element('p', { class: 'empty' }, text('noFaults'))]
        : faults.map(({ id: _id, ...fault }) => element('code', {}, describe(fault)))),
    )
  }

  return { node, load }
}

const describe = (fault) =>
  Object.entries(fault)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')
