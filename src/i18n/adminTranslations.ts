import { locales, type Locale } from '../contracts/locale.ts'
import { translate } from './translate.ts'

/** Words of Payload's own admin that read badly where they stand: “правда”, “Создание нового Курс”. */
const wordsOf = (locale: Locale) => {
  const label = '{{label}}'
  return {
    general: {
      true: translate(locale, 'admin.true'),
      false: translate(locale, 'admin.false'),
      noLabel: '—',
      creatingNewLabel: translate(locale, 'admin.creating', { label }),
      createNewLabel: translate(locale, 'admin.createNew', { label }),
      payloadSettings: translate(locale, 'admin.settings'),
      noResults: translate(locale, 'admin.noResults'),
      noResultsDescription: translate(locale, 'admin.noResults'),
      trash: translate(locale, 'admin.trash'),
    },
  }
}

export const adminTranslations = Object.fromEntries(locales.map((locale) => [locale, wordsOf(locale)]))
