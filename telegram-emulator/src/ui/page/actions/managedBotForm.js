import { api } from '../api.js'
import { formDialog } from '../formDialog.js'
import { text } from '../strings.js'

/** Lets a bot have another one: both names are suggestions that the person may change. */
export function managedBotForm({ manager, person, name, username, is_requested }) {
  formDialog({
    title: text('createManaged', { manager: `@${manager}` }),
    fields: [
      { name: 'name', label: text('name'), required: true, value: name ?? '' },
      {
        name: 'username',
        label: text('username'),
        required: true,
        value: username ?? '',
        hint: text('botUsernameHint'),
      },
    ],
    submit: (fields) =>
      api.createManagedBot({ manager, person, ...(is_requested && { is_requested }), ...fields }),
  })
}
