import {
  cataloguePageSchema,
  catalogueQuerySchema,
  suggestionsQuerySchema,
  suggestionsSchema,
} from '../../contracts/api/catalogue.ts'
import { searchCatalogue } from '../../operations/catalogue/searchCatalogue.ts'
import { suggestCourses } from '../../operations/catalogue/suggestCourses.ts'
import { apiRoute } from '../apiRoute.ts'

export const catalogueRoutes = [
  apiRoute({
    method: 'get',
    path: '/courses',
    operationId: 'searchCourses',
    tag: 'Catalogue',
    summary: 'Published courses that their creators have listed',
    description:
      'With `search`: full text over titles, tags, descriptions and lessons, in Russian and English; misspelt words are corrected where nothing is found otherwise.',
    access: 'anybody',
    query: catalogueQuerySchema,
    answer: cataloguePageSchema,
    handle: ({ payload, query }) => searchCatalogue(payload.db.pool, query),
  }),
  apiRoute({
    method: 'get',
    path: '/courses/suggestions',
    operationId: 'suggestCourses',
    tag: 'Catalogue',
    summary: 'Titles for whoever is typing',
    access: 'anybody',
    query: suggestionsQuerySchema,
    answer: suggestionsSchema,
    handle: async ({ payload, query }) => ({
      suggestions: await suggestCourses(payload.db.pool, query.search),
    }),
  }),
]
