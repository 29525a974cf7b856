import type { Endpoint, PayloadRequest } from 'payload'

import { AppError } from '../errors/AppError.ts'

type Method = Endpoint['method']

/** An endpoint whose handler returns JSON, nothing (204) or a whole response. Errors go to `answerError`. */
export const endpoint = (
  method: Method,
  path: string,
  handle: (req: PayloadRequest) => Promise<unknown>,
): Omit<Endpoint, 'root'> => ({
  method,
  path,
  handler: async (req) => {
    const answer = await handle(req)
    if (answer instanceof Response) return answer
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer)
  },
})

/** A part of the path; Payload's router has already matched it. */
export const routeParam = (req: PayloadRequest, name: string): string => {
  const value = req.routeParams?.[name]
  if (typeof value !== 'string') throw new AppError({ code: 'notFound', status: 404 })
  return value
}
