import { z } from 'zod'

import { queryNumber } from './queryNumber.ts'

const mostPerPage = 100

const upTo = (most: number, byDefault: number) => queryNumber(z.int().min(1).max(most).default(byDefault))

/** Of lists: which page, counted from 1, and how much is on one. */
export const pagingShape = {
  page: upTo(1_000_000, 1),
  limit: upTo(mostPerPage, 20),
}
export type Paging = { page: number; limit: number }

/** What every list says of itself. */
export const pagedShape = {
  /** Of all pages. */
  total: z.int().nonnegative(),
  page: z.int().positive(),
  limit: z.int().positive(),
}
