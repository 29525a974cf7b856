import { z } from 'zod'

/** Of a list by pages: which one, and how much is on it. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
}

export type PageQuery = { page: number; limit: number }

/** Beside a page's rows. */
export const pageAnswer = {
  total: z.int().nonnegative(),
  page: z.int().positive().describe('As it was asked for; beyond the last one nothing is on it'),
  pages: z.int().nonnegative(),
}
