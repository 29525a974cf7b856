import type { MessageKey } from '../i18n/en.ts'

/** What the catalogue’s form offers as a choice. */
export const choices = {
  category: 'label.category',
  language: 'label.courseLanguage',
  difficulty: 'label.difficulty',
  duration: 'page.duration',
  price: 'label.price',
  ratingMin: 'label.rating',
} as const satisfies Record<string, MessageKey>

/** What only an address asks for. The form shows it once it does, so that it can be changed and taken back. */
export const limits = {
  priceMin: 'page.priceMin',
  priceMax: 'page.priceMax',
  currency: 'label.currency',
  durationMin: 'page.durationMin',
  durationMax: 'page.durationMax',
} as const satisfies Record<string, MessageKey>

export type Choice = keyof typeof choices
export type Limit = keyof typeof limits

/** All that the catalogue takes from an address, but for its language. */
export const parameters = {
  ...choices,
  ...limits,
  search: 'page.search',
  sort: 'page.sort',
  page: 'page.page',
} as const satisfies Record<string, MessageKey>

export type Parameter = keyof typeof parameters

export const isParameter = (name: string): name is Parameter => Object.hasOwn(parameters, name)
