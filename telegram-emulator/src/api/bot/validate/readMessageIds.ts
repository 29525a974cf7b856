import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'

const MOST_IDS = 100

/** The identifiers of message_ids, 1–100 of them. */
export function readMessageIds(parameters: Parameters): number[] {
  const value = parameters.json('message_ids', 'message_ids')
  if (value === undefined) throw badRequest('message identifiers are not specified')
  if (!Array.isArray(value)) throw badRequest('expected an Array of message identifiers')
  if (value.length > MOST_IDS) throw badRequest('too many message identifiers specified')
  if (value.length === 0) throw badRequest('message identifiers are not specified')
  return value.map(readId)
}

function readId(value: unknown): number {
  if (typeof value !== 'number' && typeof value !== 'string')
    throw badRequest('message identifier must be a Number')
  const id = Number(value)
  if (!Number.isInteger(id)) throw badRequest("can't parse message identifier as a Number")
  if (id <= 0) throw badRequest('invalid message identifier specified')
  return id
}
