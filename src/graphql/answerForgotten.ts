import type { GraphQLExtension } from 'payload'

import { afterAtLeast } from '../operations/afterAtLeast.ts'
import { forgottenMs } from '../operations/identities/forgottenMs.ts'

type Resolve = (...args: unknown[]) => Promise<unknown>
type Fields = { fields: Record<string, { resolve: Resolve }> }

/** How long `forgotPassword…` takes does not tell whether the address has an account. */
export const answerForgotten: GraphQLExtension = (_graphQL, { Mutation }: { Mutation: Fields }) => {
  for (const [name, field] of Object.entries(Mutation.fields)) {
    const { resolve } = field
    if (name.startsWith('forgotPassword'))
      field.resolve = (...args) => afterAtLeast(forgottenMs, resolve(...args))
  }
  return {}
}
