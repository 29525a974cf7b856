import { api } from '../api.js'
import { formDialog } from '../overlays.js'
import { text } from '../strings.js'

/** What the buttons of the keyboard below the chat do. */
export function keyboardActions({ bot, person, attempt, openWebApp }) {
  const shareLocation = () =>
    formDialog(
      text('location'),
      ['latitude', 'longitude'].map((name) => ({ name, label: text(name), required: true })),
      async ({ latitude, longitude }) => {
        const location = { latitude: Number(latitude), longitude: Number(longitude) }
        await api.send(bot.username, person.id, { location })
      },
      text('share'),
    )

  async function shareUsers({ request_id, user_is_bot }) {
    const [people, bots] = await Promise.all([api.people(), api.bots()])
    const all = [
      ...(user_is_bot === true ? [] : people.map(({ id, first_name }) => [id, first_name])),
      ...(user_is_bot === false ? [] : bots.map(({ id, name }) => [id, name])),
    ]
    formDialog(
      text('share'),
      [{ name: 'user', label: text('people'), options: all }],
      ({ user }) =>
        api.send(bot.username, person.id, { users_shared: { request_id, user_ids: [Number(user)] } }),
      text('share'),
    )
  }

  const makeBot = ({ suggested_name = '', suggested_username = '' }) =>
    formDialog(
      text('newBot'),
      [
        { name: 'name', label: text('name'), required: true, value: suggested_name },
        {
          name: 'username',
          label: text('username'),
          required: true,
          value: suggested_username,
          hint: text('botUsernameHint'),
        },
      ],
      (fields) =>
        api.createManagedBot({ manager: bot.username, person: person.id, is_requested: true, ...fields }),
    )

  return function press(button) {
    if (button.web_app) return openWebApp(button, 'keyboard')
    if (button.request_location) return shareLocation()
    if (button.request_users) return attempt(() => shareUsers(button.request_users))
    if (button.request_managed_bot) return makeBot(button.request_managed_bot)
    return attempt(() => api.press(bot.username, person.id, button.text))
  }
}
