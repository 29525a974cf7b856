import type { GraphQLExtension } from 'payload'

type Fields = { fields: Record<string, unknown> }

const isDead = (name: string): boolean => /^(Access$|docAccess|verifyEmail)/.test(name)

/**
 * Payload’s GraphQL tells of access only to whom everything is allowed, and fails for everybody else; REST tells it at
 * `/api/access`. Addresses are confirmed nowhere (see `closeDeadRoutes`).
 */
export const closeDeadQueries: GraphQLExtension = (_graphQL, { Query, Mutation }: { Query: Fields; Mutation: Fields }) => {
  for (const { fields } of [Query, Mutation])
    for (const name of Object.keys(fields)) if (isDead(name)) delete fields[name]
  return {}
} // prettier-ignore
