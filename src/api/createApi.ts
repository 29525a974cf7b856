import { Router, json, type RequestHandler, type Response } from 'express'

import { AppError } from '../errors/AppError.ts'
import { toHeaders } from '../gateway/toHeaders.ts'
import type { ApiContext, ApiRoute } from './apiRoute.ts'
import { apiRoutes } from './apiRoutes.ts'
import { actAs } from './actAs.ts'
import { answerRefusal, localeOf } from './answerRefusal.ts'
import { authenticate } from './authenticate.ts'
import { byPath } from './byPath.ts'
import { carryOutOnce } from './carryOutOnce.ts'
import { describeApi } from './describeApi.ts'
import { isKnownVersion, versionIn } from './isKnownVersion.ts'
import { parsePart } from './parsePart.ts'
import { readBody } from './readBody.ts'
import { refuseMethod } from './refuseMethod.ts'
import { requireShallow } from './requireShallow.ts'
import { ReadyAnswer } from './readyAnswer.ts'

type Versioned = { version: string }

const sendReady = (response: Response, { json: body }: ReadyAnswer) => {
  response.set('Content-Type', 'application/json; charset=utf-8')
  response.end(body)
}

const serve =
  (route: ApiRoute, context: ApiContext): RequestHandler =>
  async (request, response) => {
    const caller = await authenticate(context, request, route.access)
    const locale = localeOf(request)
    let acting: ReturnType<typeof actAs> | undefined
    const asked = {
      ...{ ...context, caller, locale, request },
      act: () =>
        (acting ??= actAs({ payload: context.payload, caller, locale, headers: toHeaders(request.headers) })),
      ifMatch: versionIn(request.headers['if-match']),
      params: parsePart(route.params, request.params, { part: 'path', locale }),
      query: parsePart(route.query, request.query, { part: 'query', locale }),
    }
    const { body, file, remove } = await readBody(route, asked)
    const call = { ...asked, body, file }
    const answer = await carryOutOnce(route, call, () => route.handle(call as never)).finally(remove)
    if (route.isVersioned) {
      response.set({ 'Cache-Control': 'private, no-cache', ETag: `"${(answer as Versioned).version}"` })
      response.vary('Authorization')
      if (
        route.method === 'get' &&
        isKnownVersion(request.headers['if-none-match'], (answer as Versioned).version)
      )
        return void response.status(304).end()
    } else response.set('Cache-Control', 'no-store')
    if (answer === undefined) response.status(204).end()
    else if (answer instanceof ReadyAnswer) sendReady(response, answer)
    else response.status(route.status ?? 200).json(answer)
  }

/** The platform API, to be mounted at `/api/v1`. */
export const createApi = (context: ApiContext): Router => {
  const router = Router({ caseSensitive: true, strict: true })
  const document = describeApi(apiRoutes, context.env.PUBLIC_URL)
  router
    .route('/openapi.json')
    .get((_request, response) => void response.json(document))
    .all(refuseMethod(['get']))
  const readJson = [json({ limit: '1mb', strict: true }), requireShallow]
  for (const [path, routes] of byPath(apiRoutes)) {
    const place = router.route(path)
    for (const route of routes)
      place[route.method](...(route.body && !route.upload ? readJson : []), serve(route, context))
    place.all(refuseMethod(routes.map(({ method }) => method)))
  }
  router.use(() => {
    throw new AppError({ code: 'notFound', status: 404 })
  })
  router.use(answerRefusal)
  return router
}
