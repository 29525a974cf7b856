import { z } from 'zod'

const mostPerPage = 100

/** Of lists: which page, counted from 1, and how much is on one. */
export const pagingShape = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  limit: z.coerce.number().int().min(1).max(mostPerPage).default(20),
}
export type Paging = { page: number; limit: number }

/** What every list says of itself. */
export const pagedShape = {
  /** Of all pages. */
  total: z.int().nonnegative(),
  page: z.int().positive(),
  limit: z.int().positive(),
}
