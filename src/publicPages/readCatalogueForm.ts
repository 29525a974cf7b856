import { catalogueLimits, catalogueQuerySchema, type CatalogueQuery } from '../contracts/api/catalogue.ts'
import { categories, courseLanguages } from '../contracts/courseOptions.ts'
import { locales } from '../contracts/locale.ts'
import { isParameter, type Parameter } from './catalogueParameters.ts'

const perPage = 24

/** What an address says that cannot be meant. */
export type Ignored =
  | { why: 'unknown'; name: Parameter | 'lang'; value: string }
  /** Something else counts, which stands before it. */
  | { why: 'repeated'; name: Parameter; value: string }
  | { why: 'backwards'; name: 'price' | 'duration'; from: number; to: number }
  | { why: 'long'; name: 'search' }

/** A length of time as its facet names it: minutes from and to, each of which may be missing. */
const durationOf = (band: string | null): Record<string, string> => {
  const [, from = '', to = ''] = /^(\d{0,6})-(\d{0,6})$/.exec(band ?? '') ?? []
  return { ...(from !== '' && { durationMin: from }), ...(to !== '' && { durationMax: to }) }
}

const someOf = (known: readonly string[]) => (list: string) =>
  list.split(',').every((value) => known.includes(value))

const checks: Partial<Record<Parameter, (value: string) => boolean>> = {
  category: someOf(categories),
  language: someOf(courseLanguages.map(([code]) => code)),
  difficulty: someOf(['1', '2', '3', '4', '5']),
  duration: (band) => Object.keys(durationOf(band)).length > 0,
}

const isMeant = (name: Parameter, value: string): boolean =>
  (checks[name]?.(value) ?? true) &&
  (name === 'duration' || catalogueQuerySchema.shape[name].safeParse(value).success)

/** Limits that leave nothing between them are taken out. */
const takeOutBackwards = (kept: Map<Parameter, string>): Ignored[] =>
  (['price', 'duration'] as const).flatMap((name) => {
    const given = { ...Object.fromEntries(kept), ...durationOf(kept.get('duration') ?? null) }
    const [from, to] = [Number(given[`${name}Min`] ?? 0), Number(given[`${name}Max`] ?? Infinity)]
    if (from <= to) return []
    for (const limit of [`${name}Min`, `${name}Max`] as const) kept.delete(limit)
    if (name === 'duration') kept.delete(name)
    return [{ why: 'backwards', name, from, to }]
  })

/** Languages that no public page has. */
export const ignoredLanguages = (asked: URLSearchParams): Ignored[] =>
  asked
    .getAll('lang')
    .filter((value) => value.trim() !== '' && !locales.some((locale) => locale === value))
    .map((value) => ({ why: 'unknown', name: 'lang', value }))

/**
 * What a person asked for with the catalogue's form. An address is written by hand, too: what cannot be meant is left
 * out and told, and the rest counts. Names that are not the catalogue's are somebody else's (`utm_source`).
 */
export const readCatalogueForm = (
  asked: URLSearchParams,
): {
  query: CatalogueQuery
  /** As it counted: for addresses of other pages. */
  asked: URLSearchParams
  ignored: Ignored[]
} => {
  const kept = new Map<Parameter, string>()
  const ignored = ignoredLanguages(asked)
  for (const [name, value] of asked) {
    if (value.trim() === '') continue
    if (!isParameter(name)) continue
    if (kept.has(name)) {
      if (kept.get(name) !== value) ignored.push({ why: 'repeated', name, value })
    } else if (name === 'search' && value.length > catalogueLimits.search) {
      ignored.push({ why: 'long', name })
      kept.set(name, value.slice(0, catalogueLimits.search))
    } else if (isMeant(name, value)) kept.set(name, value)
    else ignored.push({ why: 'unknown', name, value })
  }
  ignored.push(...takeOutBackwards(kept))
  const { duration, ...given } = Object.fromEntries(kept)
  const wished = { ...given, ...durationOf(duration ?? null), limit: perPage }
  return { query: catalogueQuerySchema.parse(wished), asked: new URLSearchParams([...kept]), ignored }
}
