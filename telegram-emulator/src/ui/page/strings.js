/* global navigator */
import { en } from './languages/en.js'
import { ru } from './languages/ru.js'

const CATALOGUE = { en, ru }

export const language = navigator.language.toLowerCase().startsWith('ru') ? 'ru' : 'en'

/** The text for a key, with its {names} filled in. */
export function text(key, values = {}) {
  return CATALOGUE[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
}

export const hasText = (key) => key in CATALOGUE[language]
