import type { Where } from 'payload'

import type { Predicate } from './predicate.ts'

/** Any of them: `true` wins, `false` drops out, conditions are joined. */
export const or =
  (...predicates: Predicate[]): Predicate =>
  (args) => {
    const wheres: Where[] = []
    for (const predicate of predicates) {
      const answer = predicate(args)
      if (answer === true) return true
      if (answer !== false) wheres.push(answer)
    }
    return wheres.length === 0 ? false : { or: wheres }
  }
