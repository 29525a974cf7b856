import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'
import type { FormattedText } from './entities/fixText.ts'
import { parseFormatted } from './format/parseFormatted.ts'
import type { FindMentioned } from './format/parsedText.ts'
import { LIMITS } from './limits.ts'
import { readEntities } from './readEntities.ts'

/** A text with its entities as it is given, read but neither cleaned nor checked. */
export function readFormatted(parameters: Parameters, findPerson: FindMentioned): FormattedText {
  const given = parameters.string('text')
  if (Buffer.byteLength(given) > LIMITS.unparsedTextBytes) throw badRequest('text is too long')
  if (!given.isWellFormed()) throw badRequest('text must be encoded in UTF-8')
  const parsed = given === '' ? undefined : parseFormatted(given, parameters.string('parse_mode'), findPerson)
  return parsed ?? { text: given, entities: readEntities(givenEntities(parameters), findPerson) }
}

/** The server passes over what is no JSON. */
function givenEntities({ all }: Parameters): unknown {
  if (typeof all.entities !== 'string') return all.entities
  try {
    return JSON.parse(all.entities) as unknown
  } catch {
    return undefined
  }
}
