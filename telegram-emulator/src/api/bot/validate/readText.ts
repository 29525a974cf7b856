import type { MessageEntity } from '@grammyjs/types'

import type { Person } from '../../../state/types.ts'
import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'
import { detectEntities } from './detectEntities.ts'
import { parseFormatted } from './format/parseFormatted.ts'
import { readEntities } from './readEntities.ts'

const LONGEST_BYTES = 1 << 15
/** The most UTF-16 units after parsing, by the complaint about more. */
const LONGEST = {
  'message is too long': 4096,
  MESSAGE_TOO_LONG: 4096,
  'message caption is too long': 1024,
}

export interface FormattedText {
  text: string
  entities: MessageEntity[]
}

/** The text of a message with its entities, cleaned and checked as the real server does it. */
export function readText(
  parameters: Parameters,
  tooLong: keyof typeof LONGEST,
  findPerson: (id: number) => Person | undefined,
): FormattedText {
  const given = parameters.string('text')
  if (given === '') throw badRequest('message text is empty')
  if (Buffer.byteLength(given) > LONGEST_BYTES) throw badRequest('text is too long')
  const parsed = parseFormatted(given, parameters.string('parse_mode'), findPerson)
  const { text, entities } = parsed ?? {
    text: given,
    entities: readEntities(parameters.json('entities', 'entities'), given, findPerson),
  }
  const formatted = trim(text, entities)
  if (formatted.text === '') throw badRequest('text must be non-empty')
  if (formatted.text.length > LONGEST[tooLong]) throw badRequest(tooLong)
  return { text: formatted.text, entities: detectEntities(formatted.text, formatted.entities) }
}

/** White space around the text goes, control characters become spaces, and entities move along. */
function trim(given: string, entities: MessageEntity[]): FormattedText {
  // eslint-disable-next-line no-control-regex
  const clean = given.replace(/[\0-\t\v\f\x0e-\x1f]/g, ' ')
  const text = clean.trim()
  const start = clean.length - clean.trimStart().length
  const kept: MessageEntity[] = []
  for (const entity of entities) {
    const from = Math.max(0, entity.offset - start)
    const to = Math.min(text.length, entity.offset + entity.length - start)
    if (to > from) kept.push({ ...entity, offset: from, length: to - from })
  }
  return { text, entities: kept }
}
