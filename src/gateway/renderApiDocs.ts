import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

import type { Locale } from '../contracts/locale.ts'
import type { MessageKey } from '../i18n/en.ts'
import { translate } from '../i18n/translate.ts'
import { docsStyle } from './docsStyle.ts'

type Schema = {
  $ref?: string
  type?: string | string[]
  description?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: unknown
  format?: string
}
type Content = { content?: Record<string, { schema: Schema }>; description?: string }
type Operation = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  security?: unknown[]
  parameters?: { in: string; name: string; required?: boolean; description?: string; schema: Schema }[]
  requestBody?: Content
  responses: Record<string, Content>
}
/** As much of an OpenAPI document as the page shows. */
export type ApiDocument = {
  info: { title: string; description?: string }
  servers?: { url: string }[]
  tags?: { name: string; description?: string }[]
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

/** What is said of routes and schemas is written in it, whatever the page's language. */
const documentLanguage = 'en'

const nameOf = (ref: string): string => ref.split('/').at(-1) ?? ''

/** A schema in one line: `User[]`, `string | null`. */
const typeOf = (schema: Schema): ReactNode => {
  const { $ref, type, anyOf, oneOf, items, format } = schema
  if ($ref !== undefined) return h('a', { href: `#schema-${nameOf($ref)}` }, nameOf($ref))
  const choices = anyOf ?? oneOf
  if (choices !== undefined)
    return choices.map((choice, index) => h('span', { key: index }, index > 0 && ' | ', typeOf(choice)))
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (items !== undefined) return h('span', null, typeOf(items), '[]')
  const named = Array.isArray(type) ? type.join(' | ') : (type ?? 'any')
  return format === undefined ? named : `${named} (${format})`
}

const render = (document: ApiDocument, locale: Locale, t: (key: MessageKey) => string) => {
  const said = (tag: string, key: MessageKey, attributes?: object) =>
    h(tag, { ...attributes, lang: locale }, t(key))
  const fields = (schema: Schema): ReactNode => {
    const choices = schema.anyOf ?? schema.oneOf
    if (choices?.some(({ properties }) => properties))
      return choices.map((choice, index) => h('div', { key: index, className: 'choice' }, fields(choice)))
    if (schema.items?.properties) return fields(schema.items)
    const { properties = {}, required = [] } = schema
    const rows = Object.entries(properties)
    if (rows.length === 0) return h('p', null, h('code', null, typeOf(schema)))
    return h('table', null, h('tbody', null, rows.map(([name, inner]) => field(name, inner, required.includes(name)))))
  } // prettier-ignore
  const field = (name: string, schema: Schema, isRequired: boolean) =>
    h('tr', { key: name },
      h('th', { scope: 'row' }, h('code', null, name), isRequired && h('span', { className: 'required', lang: locale, title: t('docs.required') }, '*')),
      h('td', null, h('code', null, typeOf(schema)),
        schema.description && h('p', null, schema.description),
        (schema.properties ?? schema.items?.properties) && h('details', null, said('summary', 'docs.fields'), fields(schema)))) // prettier-ignore
  const content = (part: Content): ReactNode =>
    Object.entries(part.content ?? {}).map(([type, { schema }]) =>
      h('div', { key: type }, type !== 'application/json' && h('code', null, type),
        schema.$ref === undefined ? fields(schema) : h('p', null, h('code', null, typeOf(schema))))) // prettier-ignore
  const response = ([status, part]: [string, Content]) =>
    h('tr', { key: status },
      h('th', { scope: 'row' }, status),
      h('td', null, part.description, status < '300' && content(part))) // prettier-ignore
  const operation = (path: string, method: string, one: Operation) =>
    h('article', { key: one.operationId, id: one.operationId },
      h('h3', null, h('span', { className: `method ${method}` }, method.toUpperCase()), ' ', h('code', null, path)),
      h('p', { className: 'summary' }, one.summary, one.security?.length === 0 && said('span', 'docs.open', { className: 'open' })),
      one.description && h('p', null, one.description),
      one.parameters && one.parameters.length > 0 && h('details', { open: true }, said('summary', 'docs.parameters'),
        h('table', null, h('tbody', null, one.parameters.map((given) =>
          field(`${given.name}`, { ...given.schema, description: given.description ?? given.schema.description ?? given.in }, given.required ?? false))))),
      one.requestBody && h('details', { open: true }, said('summary', 'docs.body'), content(one.requestBody)),
      h('details', null, said('summary', 'docs.answers'), h('table', null, h('tbody', null, Object.entries(one.responses).map(response))))) // prettier-ignore

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ path, method, one })),
  )
  const sections = (document.tags ?? []).map(({ name, description }) => ({
    name,
    description,
    parts: operations.filter(({ one }) => one.tags.includes(name)),
  }))
  const contents = h('nav', { lang: locale, 'aria-label': t('docs.contents') },
    sections.map(({ name, parts }) => h('details', { key: name, lang: documentLanguage, open: true }, h('summary', null, name),
      h('ul', null, parts.map(({ one, method }) =>
        h('li', { key: one.operationId }, h('a', { href: `#${one.operationId}` }, h('span', { className: `method ${method}` }, method.toUpperCase()), ' ', one.summary))))))) // prettier-ignore
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) =>
    h('article', { key: name, id: `schema-${name}` }, h('h3', null, name), schema.description && h('p', null, schema.description), fields(schema))) // prettier-ignore
  return h('div', { className: 'page', lang: documentLanguage },
    contents,
    h('main', null,
      h('h1', null, document.info.title),
      h('p', null, document.info.description),
      h('p', null, h('code', null, document.servers?.[0]?.url), ' · ', h('a', { href: '/api/v1/openapi.json' }, 'openapi.json')),
      sections.map(({ name, description, parts }) => h('section', { key: name }, h('h2', null, name), h('p', null, description),
        parts.map(({ path, method, one }) => operation(path, method, one)))),
      h('section', null, said('h2', 'docs.schemas'), schemas))) // prettier-ignore
}

/** The document as a whole page of HTML, of which each part is marked with its language. */
export const renderApiDocs = (document: ApiDocument, locale: Locale): string => {
  const t = (key: MessageKey) => translate(locale, key)
  const page = h('html', { lang: locale },
    h('head', null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('link', { rel: 'icon', type: 'image/svg+xml', href: '/icon.svg' }),
      h('title', null, t('docs.title')),
      h('style', { dangerouslySetInnerHTML: { __html: docsStyle } })),
    h('body', null, render(document, locale, t))) // prettier-ignore
  return `<!doctype html>${renderToStaticMarkup(page)}`
}
