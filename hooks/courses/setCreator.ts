import type { CollectionBeforeChangeHook } from 'payload'

/** What a person makes is theirs; only an admin may name another owner. */
export const setCreator: CollectionBeforeChangeHook = ({ data, operation, req }) =>
  operation === 'create' && !data.creator && req.user ? { ...data, creator: req.user.id } : data
