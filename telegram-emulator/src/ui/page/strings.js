/* global navigator, localStorage, location */
import { en } from './languages/en.js'
import { ru } from './languages/ru.js'

const CATALOGUE = { en, ru }
const KEY = 'emulator.language'

export const LANGUAGES = { en: 'English', ru: 'Русский' }

const chosen = localStorage.getItem(KEY)

/** The language of the page, not that of the person one plays. */
export const language =
  chosen in CATALOGUE ? chosen : navigator.language.toLowerCase().startsWith('ru') ? 'ru' : 'en'

export function chooseLanguage(code) {
  localStorage.setItem(KEY, code)
  location.reload()
}

/** The text for a key, with its {names} filled in. */
export function text(key, values = {}) {
  return fill(CATALOGUE[language][key], values)
}

const plurals = new Intl.PluralRules(language)

/** The text for a number of things: the key holds a form for each plural of the language. */
export function count(key, number) {
  const forms = CATALOGUE[language][key]
  return fill(forms[plurals.select(number)] ?? forms.other, { count: String(number) })
}

export const hasText = (key) => key in CATALOGUE[language]

const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
