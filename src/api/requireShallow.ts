import type { RequestHandler } from 'express'

import { AppError } from '../errors/AppError.ts'

const deepest = 200

/**
 * Refuses JSON that is nested deeper than anything that is meant: what reads it goes down step by step.
 * @throws {AppError} bodyTooDeep (422)
 */
export const requireShallow: RequestHandler = (request, _response, next) => {
  let level: unknown[] = [request.body]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new AppError({ code: 'bodyTooDeep', status: 422, details: { deepest } })
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
    )
  }
  next()
}
