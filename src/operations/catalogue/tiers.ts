import { catalogueLimits } from '../../contracts/api/catalogue.ts'

/**
 * How many courses each tier of the catalogue holds, the most popular ones in the first; the rest is in the last one. What
 * is searched for is looked for in one after the other until enough is found, so that common words cost no more among
 * many courses than among few. The first holds what is weighed at most (see `catalogueLimits.found`).
 */
export const tierSizes = [catalogueLimits.found, 2000, 15_000] as const

/** Where new courses begin, until tiers are drawn anew. */
export const lastTier = tierSizes.length
