import type { Endpoint, SanitizedConfig } from 'payload'

import { AppError } from '../errors/AppError.ts'
import { endpoint } from './endpoint.ts'

const nothing = (): Promise<never> => Promise.reject(new AppError({ code: 'notFound', status: 404 }))

const historyRoutes = [
  endpoint('get', '/versions', nothing),
  endpoint('get', '/versions/:id', nothing),
  endpoint('post', '/versions/:id', nothing),
]

/**
 * Payload routes the history of what keeps none, and the confirming of addresses where none are confirmed; asked there,
 * it fails. Here they are no routes: 404.
 */
export const closeDeadRoutes = (config: SanitizedConfig): SanitizedConfig => {
  const close = (
    owner: { endpoints: Omit<Endpoint, 'root'>[] | false },
    routes: Omit<Endpoint, 'root'>[],
  ) => {
    if (owner.endpoints !== false) owner.endpoints.unshift(...routes)
  }
  for (const entity of [...config.collections, ...config.globals])
    if (!entity.versions) close(entity, historyRoutes)
  for (const collection of config.collections)
    if (collection.auth && !collection.auth.verify)
      close(collection, [endpoint('post', '/verify/:id', nothing)])
  return config
}
