import type { Endpoint, SanitizedConfig } from 'payload'

export type PayloadRoute = {
  method: string
  /** As Payload's router knows it, from `/api` on. */
  path: string
  /** The collection whose route it is. */
  slug?: string
}

/** Every route that Payload answers in this product, its own ones and ours, as the live configuration lists them. */
export const payloadRoutes = ({ endpoints, collections, globals }: SanitizedConfig): PayloadRoute[] => {
  const listed = (own: Omit<Endpoint, 'root'>[] | false, prefix: string, slug?: string): PayloadRoute[] =>
    own === false
      ? []
      : own.map(({ method, path }) => ({
          method: method.toUpperCase(),
          path: prefix + (path === '/' ? '' : path),
          slug,
        }))
  const all = [
    ...listed(endpoints, ''),
    ...collections.flatMap((collection) =>
      listed(collection.endpoints, `/${collection.slug}`, collection.slug),
    ),
    ...globals.flatMap((global) => listed(global.endpoints, `/globals/${global.slug}`)),
  ]
  // Ours stand before Payload’s own of the same name, and answer for them.
  return [...new Map(all.toReversed().map((route) => [nameOf(route), route])).values()].toReversed()
}

export const nameOf = ({ method, path }: PayloadRoute): string => `${method} ${path}`
