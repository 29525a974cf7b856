import type { RequestHandler } from 'express'

import { AppError } from '../errors/AppError.ts'
import type { ApiRoute } from './apiRoute.ts'

/**
 * Answers what a path has no route for: OPTIONS with the methods that it has, every other one with a refusal.
 * @throws {AppError} methodNotAllowed (405)
 */
export const refuseMethod = (methods: ApiRoute['method'][]): RequestHandler => {
  const allowed = [
    ...methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])),
    'OPTIONS',
  ].join(', ')
  return (request, response) => {
    response.set('Allow', allowed)
    if (request.method === 'OPTIONS') return void response.status(204).end()
    throw new AppError({ code: 'methodNotAllowed', status: 405, details: { allowed } })
  }
}
