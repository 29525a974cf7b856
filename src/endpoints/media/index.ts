import { Forbidden, type CollectionConfig, type Endpoint } from 'payload'

import { hasRole } from '../../access/hasRole.ts'
import { slugs } from '../../contracts/slugs.ts'

const mayUpload = hasRole('creator', 'admin')

/** Payload's own endpoint, asked only for those who may upload: it reads the whole file before it asks itself. */
const guarded = (method: Endpoint['method'], path: string): Omit<Endpoint, 'root'> => {
  const own: Omit<Endpoint, 'root'> = {
    method,
    path,
    handler: (req) => {
      if (!mayUpload({ req })) throw new Forbidden(req.t)
      const { endpoints } = req.payload.collections[slugs.media].config
      const next = (endpoints || []).find(
        (other) => other.method === method && other.path === path && other.handler !== own.handler,
      )
      if (next === undefined) throw new Error(`Payload has no ${method} ${path} of its own`)
      return next.handler(req)
    },
  }
  return own
}

export const mediaEndpoints: Exclude<CollectionConfig['endpoints'], false | undefined> = [
  guarded('post', '/'),
  guarded('patch', '/'),
  guarded('patch', '/:id'),
]
