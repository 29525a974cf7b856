import type { AccessArgs, Where } from 'payload'

/** Who may: yes, no, or for which documents. Usable as a collection's access function. */
export type Predicate = (args: Pick<AccessArgs, 'req'>) => boolean | Where
