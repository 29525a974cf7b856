import type { Pool, PoolClient } from 'pg'

import type { CatalogueCourse, CataloguePage, CatalogueQuery } from '../../contracts/api/catalogue.ts'
import { buildQueries, type WantedWords } from './buildQueries.ts'
import { countFacets, type Counted } from './countFacets.ts'
import { inSearch } from './inSearch.ts'
import { readings, type Reading } from './readings.ts'
import { searchStatement } from './searchStatement.ts'

type Found = {
  total: number
  isTotalExact: boolean
  courses: CatalogueCourse[] | null
  counts: Counted[] | null
}

const split = (list: string | undefined) => list?.split(',') ?? null

const find = async (client: PoolClient, query: CatalogueQuery, wanted: WantedWords): Promise<Found> => {
  const { page, limit } = query
  const hasWords = wanted.length > 0
  const sort = query.sort === undefined || (query.sort === 'relevance' && !hasWords) ? (hasWords ? 'relevance' : 'popular') : query.sort // prettier-ignore
  const isBrowsed = sort === 'newest' && !hasWords
  const { named, anywhere, weighed } = buildQueries(wanted, query)
  const { rows } = await client.query<Found>({
    name: `catalogue ${isBrowsed ? 'browsed' : sort}`,
    text: searchStatement(sort, isBrowsed),
    values: [
      ...[named, anywhere, weighed],
      ...[
        query.priceMin,
        query.priceMax,
        query.currency,
        query.durationMin,
        query.durationMax,
        query.ratingMin,
      ],
      ...[limit, (page - 1) * limit],
      ...(isBrowsed
        ? [split(query.language), split(query.category), split(query.difficulty), query.price]
        : []),
    ],
  })
  return rows[0]!
}

/** Filters of which a facet counts what there would be without them. */
const facetFilters = {
  language: ['language'],
  category: ['category'],
  difficulty: ['difficulty'],
  price: ['price'],
  duration: ['durationMin', 'durationMax'],
  rating: ['ratingMin'],
} as const satisfies Partial<Record<keyof CataloguePage['facets'], (keyof CatalogueQuery)[]>>

const without = (query: CatalogueQuery, filters: readonly (keyof CatalogueQuery)[]): CatalogueQuery => ({
  ...query,
  ...Object.fromEntries(filters.map((filter) => [filter, undefined])),
  page: 1,
  limit: 0,
})

/** What is found by the first reading that finds anything; nothing by the question as it is written. */
const findByReadings = async (client: PoolClient, query: CatalogueQuery) => {
  let first: (Reading & { found: Found }) | undefined
  for await (const reading of readings(client, query.search ?? '')) {
    const tried = { ...reading, found: await find(client, query, reading.wanted) }
    if (tried.found.total > 0) return tried
    first ??= tried
  }
  return first!
}

/**
 * Looks for courses in the catalogue: those that are published, listed, not archived and of an active creator, as they were
 * when last published. At most `catalogueLimits.found` are weighed, of the popular ones first, beside those whose titles
 * have the words; if there are more, `isTotalExact` is false. Where nothing is found, words that nobody knows are
 * corrected.
 */
export const searchCatalogue = (pool: Pool, query: CatalogueQuery): Promise<CataloguePage> =>
  inSearch(pool, async (client) => {
    const { found, wanted, corrected } = await findByReadings(client, query)
    const counts = await countFacets(found.counts, async (facet) => {
      const filters = facetFilters[facet].filter((filter) => query[filter] !== undefined)
      return filters.length === 0 ? null : (await find(client, without(query, filters), wanted)).counts
    })
    return {
      courses: found.courses ?? [],
      total: found.total,
      isTotalExact: found.isTotalExact,
      facets: counts,
      correctedSearch: corrected,
      page: query.page,
      limit: query.limit,
    }
  })
