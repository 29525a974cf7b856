import { z } from 'zod'
import { createDocument } from 'zod-openapi'

import { apiErrorSchema } from '../contracts/api/apiError.ts'
import { stepComponents } from '../contracts/api/steps.ts'
import { apiTags, takesKey, takesVersion, type ApiRoute } from './apiRoute.ts'

const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: apiErrorSchema } },
})

const refusalsOf = (route: ApiRoute) => {
  const { method, access, isVersioned, body, upload, params, query, refusals = {} } = route
  const unreadable = [
    ...(params ? ['The path is not encoded as paths are'] : []),
    ...(body ? [upload ? 'The body is no form' : 'The body is no JSON'] : []),
  ]
  return {
    ...(unreadable.length > 0 && { 400: refusal(unreadable.join('; ')) }),
    ...(body && !upload && { 415: refusal('The body does not say that it is JSON') }),
    ...((method === 'post' || method === 'put') && { 413: refusal('The body is too large') }),
    401: refusal(
      access === 'anybody'
        ? 'A token was sent that is not good, or not any more'
        : 'Not signed in, or not any more',
    ),
    ...(access === 'account' && { 403: refusal('The session belongs to a course’s bot') }),
    ...(isVersioned && method === 'get' && { 304: { description: 'It is what If-None-Match names' } }),
    ...(takesVersion(route) && {
      412: refusal('It has changed since: `details.current` is its version'),
    }),
    ...((body || params || query || takesKey(route)) && {
      422: refusal(
        'Something is not of the expected form (`inputInvalid`): `details.problems` says what, and where, beginning with `path`, `query`, `header` or `body`',
      ),
    }),
    429: refusal('Too many requests; Retry-After says for how long'),
    ...Object.fromEntries(
      Object.entries(refusals).map(([status, description]) => [status, refusal(description)]),
    ),
  }
}

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional()
  .meta({
    id: 'IdempotencyKey',
    description: 'Calls with the same key are carried out once within a day and all answered the same',
  })
const ifMatch = z
  .string()
  .optional()
  .meta({ id: 'IfMatch', description: 'The ETag that was seen: 412 when it has changed since' })

const etag = z.string().meta({ description: 'The version of what is answered' })

const headersOf = (route: ApiRoute) => ({
  ...(takesKey(route) && { 'Idempotency-Key': idempotencyKey }),
  ...(takesVersion(route) && { 'If-Match': ifMatch }),
})

const file = z.string().meta({ format: 'binary' })

const bodyOf = ({ upload }: ApiRoute, body: z.ZodType) =>
  upload === undefined
    ? { 'application/json': { schema: body } }
    : { 'multipart/form-data': { schema: (body as z.ZodObject).extend({ file }) } }

const operationOf = (route: ApiRoute) => ({
  operationId: route.operationId,
  tags: [route.tag],
  summary: route.summary,
  ...(route.description && { description: route.description }),
  ...(route.access === 'anybody' ? { security: [] } : {}),
  requestParams: {
    ...(route.params && { path: route.params }),
    ...(route.query && { query: route.query }),
    header: z.object(headersOf(route)),
  },
  ...(route.body && { requestBody: { required: true, content: bodyOf(route, route.body) } }),
  responses: {
    ...(route.answer
      ? {
          [route.status ?? 200]: {
            description: 'Done',
            ...(route.isVersioned && { headers: z.object({ ETag: etag }) }),
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
      schemas: stepComponents,
      securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  })
}
