import { avatar, element } from '../dom.js'
import { alertDialog } from '../overlays.js'
import { text } from '../strings.js'
import { localized } from './localized.js'

/** What the bot tells of itself, as its profile shows it. */
export function openProfile({ bot, person, commands }) {
  const about = localized(bot, person, 'short_description')
  const description = localized(bot, person, 'description')
  const row = (label, ...value) => [element('dt', {}, label), element('dd', {}, ...value)]
  const rows = [
    row(text('username'), `@${bot.username}`),
    about && row(text('aboutBot'), about),
    description && row(text('whatCanItDo'), description),
    commands.length > 0 &&
      row(
        text('commands'),
        commands.map(({ command, description: words }) =>
          element('div', {}, element('strong', {}, `/${command}`), ` ${words}`),
        ),
      ),
  ]
  return alertDialog(
    localized(bot, person, 'name') ?? bot.name,
    avatar(bot.name, bot.id, bot.photo),
    element('dl', { class: 'profile' }, rows.flat().filter(Boolean)),
  )
}
