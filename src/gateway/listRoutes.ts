import type { Payload } from 'payload'

import { apiRoutes } from '../api/apiRoutes.ts'

type Endpoints = readonly { path: string }[] | false | undefined

const below = (place: string, endpoints: Endpoints) =>
  (endpoints || []).map(({ path }) => `${place}${path === '/' ? '' : path}`)

/** Every path below `/api`, Payload's and ours; parameters begin with a colon. */
export const listRoutes = ({ config }: Pick<Payload, 'config'>): string[] => [
  ...apiRoutes.map(({ path }) => `/api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  '/api/v1/openapi.json',
  '/api/graphql',
  ...below('/api', config.endpoints),
  ...config.collections.flatMap(({ slug, endpoints }) => below(`/api/${slug}`, endpoints)),
  ...config.globals.flatMap(({ slug, endpoints }) => below(`/api/globals/${slug}`, endpoints)),
]
