import { createElement as h } from 'react'

import { catalogueSorts, type CataloguePage } from '../contracts/api/catalogue.ts'
import { categories, courseLanguages } from '../contracts/courseOptions.ts'
import { choices, limits, type Choice, type Limit } from './catalogueParameters.ts'
import type { Reader } from './renderPage.ts'

type Facets = CataloguePage['facets']

const languageNames = new Map<string, string>(courseLanguages.map(([code, name]) => [code, name]))

/** An address may name any. */
const isCategory = (value: string): value is (typeof categories)[number] =>
  (categories as readonly string[]).includes(value)

const namesOf = ({ t }: Reader): Record<Choice, (value: string) => string> => ({
  category: (value) => (isCategory(value) ? t(`label.category.${value}`) : value),
  language: (value) => languageNames.get(value) ?? value,
  difficulty: (value) => `${value} / 5`,
  duration: (band) => {
    const [from = 0, to = 0] = band.split('-').map(Number)
    return to ? t('page.minutesBetween', { from, to }) : t('page.minutesFrom', { from })
  },
  price: (value) => t(value === 'free' ? 'label.pricing.free' : 'page.paid'),
  ratingMin: (value) => t('page.ratedFrom', { rating: value }),
})

/** The catalogue’s filters and order: on a phone behind one control that says how many are set, else all in sight. */
export const catalogueFilters = (asked: URLSearchParams, facets: Facets, reader: Reader) => {
  const { t, link } = reader
  const nameOf = namesOf(reader)
  const choice = (name: Choice) => {
    const chosen = asked.get(name) ?? ''
    const facet = facets[name === 'ratingMin' ? 'rating' : name]
    const isListed = chosen === '' || facet.some(({ value }) => value === chosen)
    return h('label', { key: name }, t(choices[name]),
      h('select', { name, defaultValue: chosen },
        h('option', { value: '' }, t('page.any')),
        facet.map(({ value, count }) => h('option', { key: value, value }, `${nameOf[name](value)} (${count})`)),
        !isListed && h('option', { value: chosen }, chosen.split(',').map(nameOf[name]).join(', ')))) // prettier-ignore
  }
  const limit = (name: Limit) =>
    h('label', { key: name }, t(limits[name]),
      h('input', { name, defaultValue: asked.get(name)!, ...(name === 'currency' ? { maxLength: 3 } : { type: 'number', min: 0, step: 'any' }) })) // prettier-ignore
  const setLimits = (Object.keys(limits) as Limit[]).filter((name) => asked.has(name))
  const count = (Object.keys(choices) as Choice[]).filter((name) => asked.has(name)).length + setLimits.length
  const search = asked.get('search')
  const withoutFilters = search === null ? '/courses' : `/courses?${new URLSearchParams({ search })}`
  return h('details', { className: 'filters' },
    h('summary', null, t('page.filters'), ' ', count > 0 && h('span', { className: 'set' }, t('page.filtersSet', { count }))),
    h('div', { className: 'choices' },
      (Object.keys(choices) as Choice[]).map(choice),
      setLimits.map(limit),
      h('label', null, t('page.sort'),
        h('select', { name: 'sort', defaultValue: asked.get('sort') ?? '' },
          h('option', { value: '' }, t('page.sort.fitting')),
          catalogueSorts.filter((sort) => sort !== 'relevance').map((sort) => h('option', { key: sort, value: sort }, t(`page.sort.${sort}`))))),
      h('button', null, t('page.apply')),
      count > 0 && h('a', { className: 'clear', href: link(withoutFilters) }, t('page.filtersClear', { count })))) // prettier-ignore
}
