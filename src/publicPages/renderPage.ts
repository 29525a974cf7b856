import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

import { locales, type Locale } from '../contracts/locale.ts'
import type { MessageKey } from '../i18n/en.ts'
import { translate, type MessageValues } from '../i18n/translate.ts'
import { pageStyle } from './pageStyle.ts'

/** What a page knows of who looks at it. */
export type Reader = {
  locale: Locale
  /** Whether the address says the language: then the addresses that the page leads to say it too. */
  isChosen: boolean
  t: (key: MessageKey, values?: MessageValues) => string
  /** The address of another public page. */
  link: (path: string) => string
  /** Of the installation, without a slash at its end. */
  origin: string
}

const withLanguage = (path: string, locale: Locale | null): string => {
  const [pathname = '', query = ''] = path.split('?')
  const all = new URLSearchParams(query)
  if (locale !== null) all.set('lang', locale)
  return all.size === 0 ? pathname : `${pathname}?${all}`
}

export const readerOf = (given: Pick<Reader, 'locale' | 'origin' | 'isChosen'>): Reader => ({
  ...given,
  t: (key, values) => translate(given.locale, key, values),
  link: (path) => withLanguage(path, given.isChosen ? given.locale : null),
})

export type Page = {
  title: string
  description: string
  /** With its query, as search engines shall know it; without the language. */
  path: string
  image?: string | null
  /** schema.org; left out: none. */
  data?: Record<string, unknown>
  /** Whether search engines shall leave it out. */
  isHidden?: boolean
  /** Whether there is no such page, and this says so. */
  isMissing?: boolean
  /** What stands in the address now, if it is more than `path`: for the other language. */
  shown?: string
  body: ReactNode
}

/** JSON inside of a script element: nothing in it may end that. */
const toScript = (data: Record<string, unknown>): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** A public page as HTML: with what search engines and messengers show of it, without a script. */
export const renderPage = (page: Page, { locale, t, link, origin }: Reader): string => {
  const { title, description, path, image, data, isHidden, shown = path, body } = page
  const url = `${origin}${link(path)}`
  const meta = (property: string, content: string | null | undefined) =>
    content && h('meta', { key: property, property, content })
  const html = h('html', { lang: locale },
    h('head', null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', null, `${title} · Gongbu`),
      h('meta', { name: 'description', content: description }),
      isHidden && h('meta', { name: 'robots', content: 'noindex' }),
      h('link', { rel: 'icon', type: 'image/svg+xml', href: '/icon.svg' }),
      !isHidden && h('link', { rel: 'canonical', href: url }),
      !isHidden && [...locales, null].map((other) =>
        h('link', { key: other, rel: 'alternate', hrefLang: other ?? 'x-default', href: `${origin}${withLanguage(path, other)}` })),
      meta('og:type', 'website'), meta('og:site_name', 'Gongbu'), meta('og:title', title), meta('og:description', description),
      meta('og:url', url), meta('og:image', image), meta('og:locale', locale === 'ru' ? 'ru_RU' : 'en_US'),
      h('style', { dangerouslySetInnerHTML: { __html: pageStyle } }),
      data && h('script', { type: 'application/ld+json', dangerouslySetInnerHTML: { __html: toScript(data) } })),
    h('body', null,
      h('header', { className: 'top' },
        h('a', { href: link('/courses'), className: 'brand' }, h('img', { src: '/icon.svg', alt: '', width: 28, height: 28 }), 'Gongbu'),
        h('nav', { 'aria-label': t('page.site') },
          h('a', { href: link('/courses') }, t('page.catalogue')),
          h('a', { href: '/admin' }, t('page.forAuthors')),
          locales.filter((other) => other !== locale).map((other) =>
            h('a', { key: other, href: withLanguage(shown, other), hrefLang: other, lang: other }, other.toUpperCase())))),
      body)) // prettier-ignore
  return `<!doctype html>${renderToStaticMarkup(html)}`
}
