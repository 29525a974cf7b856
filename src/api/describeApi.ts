import { createDocument } from 'zod-openapi'

import { apiErrorSchema } from '../contracts/api/apiError.ts'
import { apiTags, type ApiRoute } from './apiRoute.ts'

const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: apiErrorSchema } },
})

const refusalsOf = ({ access, body, params, query, refusals = {} }: ApiRoute) => ({
  ...(body && { 400: refusal('The body is no JSON'), 413: refusal('The body is too large') }),
  ...(access !== 'anybody' && { 401: refusal('Not signed in, or not any more') }),
  ...(access === 'account' && { 403: refusal('The session belongs to a course’s bot') }),
  ...((body ?? params ?? query) && {
    422: refusal('Something is not of the expected form: `details.problems` says what'),
  }),
  429: refusal('Too many requests; Retry-After says for how long'),
  ...Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => [status, refusal(description)]),
  ),
})

const operationOf = (route: ApiRoute) => ({
  operationId: route.operationId,
  tags: [route.tag],
  summary: route.summary,
  ...(route.description && { description: route.description }),
  ...(route.access === 'anybody' ? { security: [] } : {}),
  requestParams: { ...(route.params && { path: route.params }), ...(route.query && { query: route.query }) },
  ...(route.body && {
    requestBody: { required: true, content: { 'application/json': { schema: route.body } } },
  }),
  responses: {
    ...(route.answer
      ? {
          [route.status ?? 200]: {
            description: 'Done',
            content: { 'application/json': { schema: route.answer } },
          },
        }
      : { 204: { description: 'Done' } }),
    ...refusalsOf(route),
  },
})

/** The OpenAPI 3.1 document of these routes. @param origin of the server that answers them */
export const describeApi = (routes: ApiRoute[], origin: string) => {
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {}
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route)
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Gongbu platform API',
      version: '1',
      description: 'Courses in Telegram: authors, learners and their clients.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ session: [] }],
    tags: Object.entries(apiTags).map(([name, description]) => ({ name, description })),
    paths: paths as never,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  })
}
