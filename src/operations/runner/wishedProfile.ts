import { locales } from '../../contracts/locale.ts'
import type { WishedBot } from '../../contracts/runnerBots.ts'
import { localeFrom } from '../../i18n/translate.ts'
import type { Release } from '../../lesson/engine/types.ts'
import { botCommands } from '../../lesson/render/botCommands.ts'

/** Telegram's limits on a bot's name, description and short description, in characters. */
const limits = { name: 64, description: 512, shortDescription: 120 }

const shorten = (text: string, limit: number) => {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length <= limit
    ? characters.join('')
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
}

/** What a bot says of itself. '' is the language of everybody whose own is not listed. */
export const wishedProfile = (
  release: Release | undefined,
  courseLanguage: string,
): Pick<WishedBot, 'texts' | 'commands'> => ({
  texts:
    release === undefined
      ? {}
      : {
          '': {
            name: shorten(release.title, limits.name),
            description: shorten(release.description, limits.description),
            shortDescription: shorten(release.description, limits.shortDescription),
          },
        },
  commands: Object.fromEntries([
    ['', botCommands(localeFrom(courseLanguage))],
    ...locales.map((locale) => [locale, botCommands(locale)]),
  ]),
})
