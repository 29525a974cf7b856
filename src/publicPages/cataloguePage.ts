import { createElement as h } from 'react'

import {
  catalogueLimits,
  type CatalogueCourse,
  type CataloguePage,
  type CatalogueQuery,
} from '../contracts/api/catalogue.ts'
import { catalogueFilters } from './catalogueFilters.ts'
import { countsOf, priceOf } from './courseFacts.ts'
import { ignoredNote } from './ignoredNote.ts'
import type { Ignored } from './readCatalogueForm.ts'
import type { Page, Reader } from './renderPage.ts'

const card = (course: CatalogueCourse, picture: string | undefined, reader: Reader) =>
  h('li', { key: course.id },
    h('a', { className: 'card', href: reader.link(`/courses/${course.id}`) },
      picture === undefined
        ? h('span', { className: 'blank', 'aria-hidden': true }, [...course.title][0])
        : h('img', { src: picture, alt: '', loading: 'lazy' }),
      h('span', { className: 'text' },
        h('h2', { lang: course.language }, course.title),
        h('p', { lang: course.language }, course.description),
        h('span', { className: 'facts' }, countsOf(course, reader)),
        h('span', { className: 'price' }, priceOf(course, reader))))) // prettier-ignore

/** The catalogue: a form that works without a script, its filters with counts, and what was found. */
export const cataloguePage = (
  options: {
    query: CatalogueQuery
    /** As it stands in the address, without its language. */
    asked: URLSearchParams
    /** What else stands there. */
    ignored: Ignored[]
    found: CataloguePage
    /** Addresses of pictures, by their ids. */
    pictures: ReadonlyMap<string, string>
  },
  reader: Reader,
): Page => {
  const { query, asked, ignored, found, pictures } = options
  const { t, link } = reader
  const pageAt = (page: number) => {
    const to = new URLSearchParams(asked)
    if (page > 1) to.set('page', String(page))
    else to.delete('page')
    return link(to.size === 0 ? '/courses' : `/courses?${to}`)
  }
  const { facets, courses, total, isTotalExact, correctedSearch } = found
  const last = Math.max(1, Math.ceil(total / query.limit))
  const isBeyond = query.page > last
  const empty = isBeyond
    ? {
        why: t('page.beyond', { page: query.page, pages: last }),
        href: pageAt(last),
        wayBack: t('page.last'),
      }
    : { why: t('page.nothing'), href: link('/courses'), wayBack: t('page.all') }
  const isCategoryPage = !query.search && query.category !== undefined && !query.category.includes(',')
  const body = h('main', null,
    h('h1', null, t('page.catalogue')),
    h('form', { action: '/courses', role: 'search' },
      reader.isChosen && h('input', { type: 'hidden', name: 'lang', value: reader.locale }),
      h('div', { className: 'search' },
        h('input', { type: 'search', name: 'search', defaultValue: query.search ?? '', placeholder: t('page.searchHint'), 'aria-label': t('page.search'), maxLength: catalogueLimits.search }),
        h('button', null, t('page.search'))),
      h('div', { className: 'catalogue' },
        catalogueFilters(asked, facets, reader),
        h('div', null,
          ignoredNote(ignored, reader),
          h('p', { className: 'soft', role: 'status' },
            t(isTotalExact ? 'page.found' : 'page.foundMore', { count: total }),
            correctedSearch !== null && ` ${t('page.corrected', { words: correctedSearch })}`),
          courses.length === 0
            ? h('div', { className: 'empty' }, h('p', null, empty.why), h('a', { href: empty.href }, empty.wayBack))
            : h('ul', { className: 'cards' }, courses.map((course) => card(course, pictures.get(course.thumbnail ?? ''), reader))),
          last > 1 && !isBeyond && h('nav', { className: 'pages', 'aria-label': t('page.pages') },
            query.page > 1 && h('a', { href: pageAt(query.page - 1), rel: 'prev' }, t('page.previous')),
            h('span', { className: 'soft' }, t('page.pageOf', { page: query.page, pages: last })),
            query.page < last && h('a', { href: pageAt(query.page + 1), rel: 'next' }, t('page.next'))))))) // prettier-ignore
  return {
    title: query.search ? t('page.searchTitle', { words: query.search }) : t('page.catalogue'),
    description: t('page.catalogueAbout'),
    path: isCategoryPage ? `/courses?category=${query.category}` : '/courses',
    // One page for each category is enough for search engines: all else is the same courses in another order.
    isHidden: Boolean(query.search) || query.page > 1 || total === 0,
    isMissing: isBeyond,
    shown: asked.size === 0 ? '/courses' : `/courses?${asked}`,
    body,
  }
}
