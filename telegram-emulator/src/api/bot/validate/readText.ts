import type { Person } from '../../../state/types.ts'
import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'
import { fixText, type FormattedText } from './entities/fixText.ts'
import { parseFormatted } from './format/parseFormatted.ts'
import { LIMITS } from './limits.ts'
import { readEntities } from './readEntities.ts'

/** The most UTF-16 units after parsing, by the complaint about more. */
const LONGEST = {
  'message is too long': LIMITS.text,
  MESSAGE_TOO_LONG: LIMITS.text,
  'message caption is too long': LIMITS.caption,
}

/** The text of a message with its entities, cleaned and checked as the real server does it. */
export function readText(
  parameters: Parameters,
  tooLong: keyof typeof LONGEST,
  findPerson: (id: number) => Person | undefined,
  mayBecomeEmpty = false,
): FormattedText {
  if (parameters.string('text') === '') throw badRequest('message text is empty')
  return readOptionalText(parameters, tooLong, findPerson, mayBecomeEmpty)
}

/** The same for a text that may be missing; what is left of it after parsing may be empty too. */
export function readOptionalText(
  parameters: Parameters,
  tooLong: keyof typeof LONGEST,
  findPerson: (id: number) => Person | undefined,
  mayBecomeEmpty = true,
): FormattedText {
  const given = parameters.string('text')
  if (Buffer.byteLength(given) > LIMITS.unparsedTextBytes) throw badRequest('text is too long')
  if (!given.isWellFormed()) throw badRequest('text must be encoded in UTF-8')
  const parsed = given === '' ? undefined : parseFormatted(given, parameters.string('parse_mode'), findPerson)
  const formatted = parsed ?? { text: given, entities: readEntities(givenEntities(parameters), findPerson) }
  const { text, entities } = fixText(formatted, mayBecomeEmpty)
  if (text.length > LONGEST[tooLong]) throw badRequest(tooLong)
  return { text, entities }
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
