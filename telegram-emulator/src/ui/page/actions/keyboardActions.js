import { api } from '../api.js'
import { formDialog } from '../formDialog.js'
import { confirmDialog } from '../overlays.js'
import { text } from '../strings.js'
import { askForLocation } from './askForLocation.js'
import { managedBotForm } from './managedBotForm.js'

/** What the buttons of the keyboard below the chat do. */
export function keyboardActions({ bot, person, attempt, openWebApp }) {
  const chat = [bot.username, person.id]

  async function shareContact(label) {
    if (await confirmDialog(text('shareNumber'), `@${bot.username}`, text('share')))
      await attempt(() => api.press(...chat, label))
  }

  async function shareUsers({ request_id, user_is_bot, max_quantity = 1 }) {
    const [people, bots] = await Promise.all([api.people(), api.bots()])
    const all = [
      ...(user_is_bot === true ? [] : people.map(({ id, first_name }) => [id, first_name])),
      ...(user_is_bot === false ? [] : bots.map(({ id, name }) => [id, name])),
    ]
    const names = Array.from({ length: Math.min(max_quantity, all.length) }, (_, index) => `user${index}`)
    formDialog({
      title: text('share'),
      fields: names.map((name, index) => ({
        name,
        label: text('people'),
        options: index === 0 ? all : [['', '–'], ...all],
      })),
      submit: (chosen) =>
        api.send(...chat, {
          users_shared: { request_id, user_ids: [...new Set(Object.values(chosen).map(Number))] },
        }),
      agree: text('share'),
    })
  }

  const makeBot = ({ suggested_name, suggested_username }) =>
    managedBotForm({
      manager: bot.username,
      person: person.id,
      name: suggested_name,
      username: suggested_username,
      is_requested: true,
    })

  return function press(button) {
    if (button.web_app) return openWebApp(button, 'keyboard')
    if (button.request_location)
      return askForLocation((location) => api.send(...chat, { location }), text('share'))
    if (button.request_contact) return shareContact(button.text)
    if (button.request_users) return attempt(() => shareUsers(button.request_users))
    if (button.request_managed_bot) return makeBot(button.request_managed_bot)
    return attempt(() => api.press(...chat, button.text))
  }
}
