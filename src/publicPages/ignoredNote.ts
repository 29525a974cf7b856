import { createElement as h } from 'react'

import { catalogueLimits } from '../contracts/api/catalogue.ts'
import { parameters } from './catalogueParameters.ts'
import type { Ignored } from './readCatalogueForm.ts'
import type { Reader } from './renderPage.ts'

/** Of what somebody has written into an address: so many characters of a value, so many values. */
const mostShown = 40
const mostValues = 12

const shorten = (value: string): string => {
  const characters = [...value]
  return characters.length > mostShown ? `${characters.slice(0, mostShown).join('')}…` : value
}

const sentence = (part: Ignored, { t }: Reader): string => {
  if (part.why === 'long') return t('page.ignored.long', { max: catalogueLimits.search })
  if (part.why === 'backwards')
    return t('page.ignored.backwards', { name: t(parameters[part.name]), from: part.from, to: part.to })
  const value = shorten(part.value)
  if (part.why === 'repeated') return t('page.ignored.repeated', { name: t(parameters[part.name]), value })
  const { name } = part
  return name === 'page' || name === 'sort' || name === 'lang'
    ? t(`page.ignored.${name}`, { value })
    : t('page.ignored.filter', { name: t(parameters[name]), value })
}

/** What of the address does not count, and what is shown instead. */
export const ignoredNote = (ignored: Ignored[], reader: Reader) =>
  ignored.length > 0 &&
  h('div', { className: 'note', role: 'note' },
    h('p', null, reader.t('page.ignored')),
    h('ul', null, ignored.slice(0, mostValues).map((part, index) => h('li', { key: index }, sentence(part, reader))))) // prettier-ignore
