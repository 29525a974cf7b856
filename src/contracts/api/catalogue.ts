import { z } from 'zod'

import { pagedShape, pagingShape } from './paging.ts'
import { queryNumber } from './queryNumber.ts'

/** No more courses than these are weighed for one question: those that most people learn with come first. */
export const catalogueLimits = { found: 200, search: 200, suggestions: 8 } as const

const list = (what: string) =>
  z
    .string()
    .max(200)
    .regex(/^[\w-]+(,[\w-]+)*$/)
    .optional()
    .describe(`${what}; several with commas: any of them`)

const number = (max: number) => queryNumber(z.number().min(0).max(max))
const searchText = z.string().max(catalogueLimits.search)

export const catalogueSorts = ['relevance', 'popular', 'rating', 'newest'] as const

/** `GET /courses` */
export const catalogueQuerySchema = z.strictObject({
  ...pagingShape,
  search: searchText.optional().describe('Words that all have to occur; the last one may be unfinished'),
  category: list('Categories'),
  language: list('Languages of the courses'),
  difficulty: list('Levels, from 1 to 5'),
  price: z.enum(['free', 'paid']).optional(),
  priceMin: number(1e9).optional().describe('In the course’s own currency'),
  priceMax: number(1e9).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe('Courses that are sold in it, and free ones'),
  durationMin: number(1e6).optional().describe('Minutes'),
  durationMax: number(1e6).optional(),
  ratingMin: number(5).optional(),
  sort: z
    .enum(catalogueSorts)
    .optional()
    .describe('Left out: by relevance when something is searched for, else popular courses first'),
})

/** A course as anybody finds it: as it was when it was last published. */
export const catalogueCourseSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    description: z.string(),
    language: z.string(),
    category: z.string(),
    tags: z.array(z.string()),
    difficultyLevel: z.int().min(1).max(5),
    estimatedDuration: z.int().nullable().describe('Minutes'),
    pricingModel: z.enum(['free', 'paid', 'subscription', 'freemium']),
    price: z.number().nullable(),
    currency: z.string().nullable(),
    priceStars: z.int().nullable(),
    thumbnail: z.uuid().nullable(),
    botUsername: z.string().nullable(),
    stepsCount: z.int(),
    rating: z.number().nullable(),
    ratingsCount: z.int(),
    studentsCount: z.int(),
    publishedAt: z.iso.datetime(),
  })
  .meta({ id: 'CatalogueCourse' })

const facet = (what: string) => z.array(z.object({ value: z.string(), count: z.int() })).describe(what)

export const cataloguePageSchema = z
  .object({
    courses: z.array(catalogueCourseSchema),
    ...pagedShape,
    total: z.int().nonnegative().describe(`No more than ${catalogueLimits.found}`),
    isTotalExact: z.boolean().describe('false: there are more than `total`, and than the facets’ counts'),
    facets: z
      .object({
        category: facet('Without regard to the category that was asked for; the others likewise'),
        language: facet('Language codes'),
        difficulty: facet('Levels'),
        price: facet('`free` and `paid`'),
        rating: facet('`4`: rated 4 and higher'),
        duration: facet('Minutes from and to: `0-60`, `60-300`, `300-1200`, `1200-`'),
      })
      .describe('How many courses there are of each'),
    correctedSearch: z
      .string()
      .nullable()
      .describe('Nothing was found for the words as they are; these are searched for instead'),
  })
  .meta({ id: 'CataloguePage' })

/** `GET /courses/suggestions` */
export const suggestionsQuerySchema = z.strictObject({ search: searchText.min(1) })

export const suggestionsSchema = z
  .object({ suggestions: z.array(z.object({ id: z.uuid(), title: z.string() })) })
  .meta({ id: 'Suggestions' })

export type CatalogueQuery = z.output<typeof catalogueQuerySchema>
export type CatalogueCourse = z.infer<typeof catalogueCourseSchema>
export type CataloguePage = z.infer<typeof cataloguePageSchema>
export type Suggestion = z.infer<typeof suggestionsSchema>['suggestions'][number]
