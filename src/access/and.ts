import type { Where } from 'payload'

import type { Predicate } from './predicate.ts'

/** All of them: `false` wins, `true` drops out, conditions are joined. */
export const and =
  (...predicates: Predicate[]): Predicate =>
  (args) => {
    const wheres: Where[] = []
    for (const predicate of predicates) {
      const answer = predicate(args)
      if (answer === false) return false
      if (answer !== true) wheres.push(answer)
    }
    return wheres.length === 0 ? true : { and: wheres }
  }
