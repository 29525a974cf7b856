/* global navigator */
import { element } from '../dom.js'
import { formatSeconds } from '../format.js'
import { toast } from '../overlays.js'
import { count, text } from '../strings.js'
import { jsonTree } from './jsonTree.js'

/** A call with its answer, or an update with what became of it. */
export function logRow({ kind, time, value }) {
  const { title, note, state } = kind === 'call' ? aboutCall(value) : aboutUpdate(value)
  const row = element(
    'details',
    {
      class: `log-row ${state}`,
      'data-kind': kind,
      ...(value.outcome === 'waiting' && { 'data-waiting': `${value.bot} ${value.update_id}` }),
      'data-search': `${title} ${JSON.stringify(value)}`.toLowerCase(),
    },
    element(
      'summary',
      {},
      element('span', { class: 'log-title' }, title),
      element('time', {}, formatSeconds(time)),
      element('small', {}, note),
    ),
  )
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify(value, null, 2))
    toast(text('copied'))
  }
  // The tree is made when it is looked at: a log has hundreds of rows.
  const open = () => {
    const warnings = (value.warnings ?? []).map((warning) => element('p', { class: 'warning' }, warning))
    const button = element('button', { class: 'quiet', type: 'button', onclick: copy }, text('copyJson'))
    row.append(...warnings, button, jsonTree(value))
  }
  row.addEventListener('toggle', open, { once: true })
  return row
}

function aboutCall({ method, bot, answer, warnings = [] }) {
  const isOk = answer?.ok === true
  const problem = isOk ? '' : answer ? `${answer.error_code} ${answer.description}` : text('connectionCut')
  const warned = warnings.length > 0 ? count('warnings', warnings.length) : ''
  return {
    title: `← ${method}`,
    note: [`@${bot}`, problem, warned].filter(Boolean).join(' · '),
    state: isOk ? (warned ? 'warned' : '') : 'error',
  }
}

function aboutUpdate({ kind, bot, outcome, error }) {
  return {
    title: `→ ${kind}`,
    note: [`@${bot}`, text(`outcome_${outcome}`), error].filter(Boolean).join(' · '),
    state: outcome === 'failed' ? 'error' : outcome === 'expired' ? 'warned' : '',
  }
}
