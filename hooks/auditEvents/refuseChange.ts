import { Forbidden, type CollectionBeforeOperationHook } from 'payload'

const reading = new Set(['read', 'count', 'countVersions', 'findDistinct'])

/** Also who overrides access changes nothing here: rows are written beside their acts alone, in SQL. */
export const refuseChange: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!reading.has(operation)) throw new Forbidden(req.t)
  return args
}
