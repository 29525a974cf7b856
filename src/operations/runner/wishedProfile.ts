import { locales } from '../../contracts/locale.ts'
import { botTextLimits as limits, type WishedBot } from '../../contracts/runnerBots.ts'
import { localeFrom } from '../../i18n/translate.ts'
import type { Release } from '../../lesson/engine/release.ts'
import { pictureOf } from '../../releases/pictureOf.ts'
import { botCommands } from '../../lesson/render/botCommands.ts'

const shorten = (text: string, limit: number) => {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length <= limit
    ? characters.join('')
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
}

type Texts = WishedBot['texts'][string]

/** In Telegram a language that has no text of its own shows everybody's: what the author left out is such a text. */
const textsOf = ({ title, description, profile }: Release): Record<string, Texts> => {
  const own = (written: Partial<Texts> = {}): Texts => ({
    name: shorten(written.name || title, limits.name),
    description: shorten(written.description || description, limits.description),
    shortDescription: shorten(
      written.shortDescription || written.description || description,
      limits.shortDescription,
    ),
  })
  const written = Object.entries(profile?.texts ?? {}).map(([language, texts]) => [language, own(texts)])
  return { '': own(), ...(Object.fromEntries(written) as Record<string, Texts>) }
}

/** What a bot says of itself. '' is the language of everybody whose own is not listed. */
export const wishedProfile = (
  release: Release | undefined,
  courseLanguage: string,
): Pick<WishedBot, 'texts' | 'commands' | 'pictureHash'> => ({
  texts: release === undefined ? {} : textsOf(release),
  pictureHash: (release && pictureOf(release)?.hash) ?? null,
  commands: Object.fromEntries([
    ['', botCommands(localeFrom(courseLanguage))],
    ...locales.map((locale) => [locale, botCommands(locale)]),
  ]),
})
