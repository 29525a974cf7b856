import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import type { ExecutionArgs, GraphQLError, ValidationContext, ValidationRule } from 'graphql'

// Reported like any other mistake: thrown, it would end as a fault of ours.
const onReject = [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)]

/** Beside Payload's complexity limit: nesting, which complexity alone prices too low. */
export const graphqlLimits = (_args: ExecutionArgs): ValidationRule[] => [
  maxDepthRule({ n: 8, onReject, propagateOnRejection: false }),
]
