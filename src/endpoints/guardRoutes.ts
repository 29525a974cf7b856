import { Forbidden, type CollectionBeforeOperationHook, type CollectionSlug, type Endpoint, type PayloadRequest, type SanitizedCollectionConfig, type SanitizedConfig, type Where } from 'payload' // prettier-ignore

import { requireUser } from '../access/requireUser.ts'
import { AppError } from '../errors/AppError.ts'
import { afterAtLeast } from '../operations/afterAtLeast.ts'
import { forgottenMs } from '../operations/identities/forgottenMs.ts'

type Route = Omit<Endpoint, 'root'>
type Handler = Endpoint['handler']

const notFound = () => new AppError({ code: 'notFound', status: 404 })
const inputInvalid = () => new AppError({ code: 'inputInvalid', status: 400 })

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @throws {AppError} notFound (404) when there is none that they may see */
const requireOne = async (req: PayloadRequest, collection: CollectionSlug, where: Where): Promise<void> => {
  const { totalDocs } = await req.payload.count({ collection, where, overrideAccess: false, req })
  if (totalDocs === 0) throw notFound()
}

/** A file without a row is none, and so is a row whose file is gone from the disk. */
const file =
  ({ slug, upload }: SanitizedCollectionConfig, own: Handler): Handler =>
  async (req) => {
    const is = { equals: req.routeParams?.filename }
    const sizes = (upload.imageSizes ?? []).map(({ name }) => ({ [`sizes.${name}.filename`]: is }))
    await requireOne(req, slug, { or: [{ filename: is }, ...sizes] })
    const answer = await own(req)
    if (answer.status >= 500 && !upload.handlers?.length) throw notFound()
    return answer
  }

const preference =
  ({ slug }: SanitizedCollectionConfig, own: Handler): Handler =>
  async (req) => {
    await requireOne(req, slug, { key: { equals: req.routeParams?.key } })
    return own(req)
  }

const reorder =
  (own: Handler): Handler =>
  async (req) => {
    requireUser(req)
    const body: unknown = await req.json?.().catch(() => undefined)
    if (!isObject(body)) throw inputInvalid()
    req.json = () => Promise.resolve(body)
    return own(req)
  }

/** Also of what is copied: its data is what differs. Where fields stand in a group, it is one. */
const requireData: CollectionBeforeOperationHook = ({ operation, args, collection, req }) => {
  if (operation !== 'create' && operation !== 'update') return
  const data = (args as { data?: unknown }).data
  if (!isObject(data)) throw req.user ? inputInvalid() : new Forbidden(req.t)
  const isOne = ({ name }: { name: string }) => {
    const group = (data as Record<string, unknown>)[name]
    return group === undefined || isObject(group)
  }
  if (!collection.flattenedFields.every((field) => field.type !== 'group' || isOne(field)))
    throw inputInvalid()
}

const guarded = ({ method, path, handler }: Route, collection?: SanitizedCollectionConfig): Handler => {
  if (collection === undefined) return path === '/reorder' ? reorder(handler) : handler
  if (method === 'get' && path === '/file/:filename') return file(collection, handler)
  if (path === '/forgot-password') return (req) => afterAtLeast(forgottenMs, Promise.resolve(handler(req)))
  if (method === 'delete' && path === '/:key') return preference(collection, handler)
  return handler
}

/**
 * Where Payload's own routes take for granted what was asked for, it is looked at first: else they fail. How long a mail takes to be
 * written is nobody’s business.
 */
export const guardRoutes = (config: SanitizedConfig): SanitizedConfig => {
  const guard = <Own extends Route>(routes: Own[], collection?: SanitizedCollectionConfig) =>
    routes.map((route) => ({ ...route, handler: guarded(route, collection) }))
  config.endpoints = guard(config.endpoints)
  for (const collection of config.collections) {
    if (collection.endpoints !== false) collection.endpoints = guard(collection.endpoints, collection)
    collection.hooks.beforeOperation.push(requireData)
  }
  return config
}
