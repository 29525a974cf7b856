import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import type { ExecutionArgs, ValidationRule } from 'graphql'

/** Beside Payload's complexity limit: nesting, which complexity alone prices too low. */
export const graphqlLimits = (_args: ExecutionArgs): ValidationRule[] => [maxDepthRule({ n: 8 })]
