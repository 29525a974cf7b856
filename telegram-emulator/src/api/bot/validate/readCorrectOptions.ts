import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'

/** The numbers of a quiz's right options, ascending; correct_option_id is the way of the time of a single one. */
export function readCorrectOptions(parameters: Parameters, optionCount: number): number[] {
  const ids = readIds(parameters)
  if (ids.length === 0) throw badRequest('correct quiz option list must be non-empty')
  if (ids.some((id, index) => id <= (ids[index - 1] ?? -Infinity)))
    throw badRequest('correct quiz option list must be increasing')
  if (ids.some((id) => id < 0 || id >= optionCount)) throw badRequest('wrong quiz correct_option_id')
  return ids
}

function readIds(parameters: Parameters): number[] {
  if (!parameters.has('correct_option_ids'))
    return parameters.has('correct_option_id') ? [parameters.integer('correct_option_id', -1)] : []
  const given = parameters.json('correct_option_ids', 'correct option identifiers')
  if (!Array.isArray(given)) throw badRequest('expected an Array of correct option identifiers')
  return given.map((id: unknown) => {
    if (typeof id !== 'number') throw badRequest('correct option identifier must be of type Number')
    if (!Number.isInteger(id) || Math.abs(id) >= 2 ** 31)
      throw badRequest('invalid correct option identifier specified')
    return id
  })
}
