import cors from 'cors'
import type { Request, RequestHandler } from 'express'

/** OPTIONS that is no browser's question before a request: the platform API says what a path takes. */
const isForApi = ({ path, headers }: Request): boolean =>
  path.startsWith('/api/v1/') && headers['access-control-request-method'] === undefined

/** What a page of another origin may read of an answer beside its body. */
export const exposedHeaders = ['ETag', 'Retry-After', 'Allow', 'X-Request-Id']

/**
 * Lets pages of these origins call. Before they do, browsers ask (OPTIONS): that is answered for every path, since a page
 * would not see why it was refused.
 */
export const allowOrigins = (origins: string[]): RequestHandler =>
  cors<Request>((request, decide) =>
    decide(null, {
      origin: origins,
      credentials: true,
      exposedHeaders,
      preflightContinue: isForApi(request),
    }),
  )
