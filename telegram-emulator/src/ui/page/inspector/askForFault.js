import { api } from '../api.js'
import { formDialog } from '../formDialog.js'
import { text } from '../strings.js'

const NUMBERS = ['error_code', 'retry_after', 'delay_ms', 'times']
const KINDS = ['message', 'callback_query', 'edited_message', 'poll_answer', 'my_chat_member']

const optional = (name, label, more = {}) => ({
  name,
  label: text('optional', { field: text(label) }),
  ...more,
})
const times = { name: 'times', label: text('times'), value: '1', required: true, type: 'number' }

const FIELDS = {
  call: [
    optional('method', 'method'),
    optional('error_code', 'errorCode', { value: '429', type: 'number' }),
    optional('retry_after', 'retryAfter', { type: 'number' }),
    optional('delay_ms', 'delay', { type: 'number' }),
    times,
  ],
  delivery: [
    optional('kind', 'updateKind', { options: [['', '–'], ...KINDS.map((kind) => [kind, kind])] }),
    {
      name: 'what',
      label: text('whatHappens'),
      options: ['duplicate', 'drop_answer', 'delay'].map((name) => [name, text(`fault_${name}`)]),
    },
    optional('delay_ms', 'delay', { type: 'number' }),
    times,
  ],
}

/** A form for a fault of the target: call or delivery. */
export function askForFault(target, onSet) {
  formDialog({
    title: text(target === 'call' ? 'addFault' : 'addDeliveryFault'),
    fields: FIELDS[target],
    submit: async ({ what, ...fields }) => {
      for (const name of NUMBERS) if (name in fields) fields[name] = Number(fields[name])
      const happens = what && what !== 'delay' ? { [what]: true } : {}
      await api.addFault({ ...fields, ...happens, ...(target === 'delivery' && { target }) })
      await onSet()
    },
  })
}
