import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'
import { LIMITS } from './limits.ts'

const INT32 = 2 ** 31

/** The identifiers of message_ids, at least one. */
export function readMessageIds(parameters: Parameters): number[] {
  const ids = readIdentifiers(parameters, 'message_ids', { what: 'message', most: LIMITS.messageIds })
  if (ids.length === 0) throw badRequest('message identifiers are not specified')
  if (ids.some((id) => id >= INT32)) throw badRequest("can't parse message identifier as a Number")
  return ids
}

/** The identifiers of people or messages in an array, in the words of the real server. */
export function readIdentifiers(
  parameters: Parameters,
  name: string,
  { what, most }: { what: 'message' | 'user'; most: number },
): number[] {
  const given = parameters.json(name, name)
  if (given === undefined) throw badRequest(`${what} identifiers are not specified`)
  if (!Array.isArray(given)) throw badRequest(`expected an Array of ${what} identifiers`)
  if (given.length > most) throw badRequest(`too many ${what} identifiers specified`)
  return given.map((value) => readIdentifier(value, what))
}

function readIdentifier(value: unknown, what: string): number {
  if (typeof value !== 'number' && typeof value !== 'string')
    throw badRequest(`${what} identifier must be a Number`)
  const id = Number(value)
  if (!Number.isSafeInteger(id) || String(id) !== String(value))
    throw badRequest(`can't parse ${what} identifier as a Number`)
  if (id <= 0) throw badRequest(`invalid ${what} identifier specified`)
  return id
}
