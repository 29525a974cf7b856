import { catalogueQuerySchema, type CatalogueQuery } from '../contracts/api/catalogue.ts'

const perPage = 24

/** A length of time as its facet names it: minutes from and to, each of which may be missing. */
const durationOf = (band: string | null): Record<string, string> => {
  const [, from = '', to = ''] = /^(\d{0,6})-(\d{0,6})$/.exec(band ?? '') ?? []
  return { ...(from !== '' && { durationMin: from }), ...(to !== '' && { durationMax: to }) }
}

/**
 * What a person asked for with the catalogue's form. An address is written by hand, too: what cannot be meant is left
 * out, and the rest counts.
 */
export const readCatalogueForm = (
  asked: URLSearchParams,
): {
  query: CatalogueQuery
  /** As it counted: for addresses of other pages. */
  asked: URLSearchParams
} => {
  const fields = catalogueQuerySchema.shape
  const understood = [...asked].filter(([name, value]) => {
    if (value.trim() === '' || name === 'limit') return false
    if (name === 'duration') return Object.keys(durationOf(value)).length > 0
    return name in fields && fields[name as keyof typeof fields].safeParse(value).success
  })
  const kept = new URLSearchParams(understood)
  const { duration, ...given } = Object.fromEntries(understood)
  const wished = { ...given, ...durationOf(duration ?? null), limit: perPage }
  return { query: catalogueQuerySchema.parse(wished), asked: kept }
}
