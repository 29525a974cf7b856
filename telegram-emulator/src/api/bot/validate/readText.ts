import type { MessageEntity } from '@grammyjs/types'

import { badRequest, notEmulated } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'
import { detectEntities } from './detectEntities.ts'
import { readEntities } from './readEntities.ts'

const LONGEST_TEXT = 4096
const LONGEST_BYTES = 1 << 15
const PARSE_MODES = new Set(['markdown', 'markdownv2', 'html'])

export interface FormattedText {
  text: string
  entities: MessageEntity[]
}

/** The text of a message with its entities, cleaned and checked as the real server does it. */
export function readText(
  parameters: Parameters,
  tooLong: 'message is too long' | 'MESSAGE_TOO_LONG',
  hasUser: (id: number) => boolean,
): FormattedText {
  const given = parameters.string('text')
  if (given === '') throw badRequest('message text is empty')
  if (Buffer.byteLength(given) > LONGEST_BYTES) throw badRequest('text is too long')
  refuseParseMode(parameters.string('parse_mode'))
  const entities = readEntities(parameters.json('entities', 'entities'), given, hasUser)
  const formatted = trim(given, entities)
  if (formatted.text === '') throw badRequest('text must be non-empty')
  if (formatted.text.length > LONGEST_TEXT) throw badRequest(tooLong)
  return { text: formatted.text, entities: detectEntities(formatted.text, formatted.entities) }
}

function refuseParseMode(parseMode: string): void {
  const lower = parseMode.toLowerCase()
  if (lower === '' || lower === 'none') return
  if (!PARSE_MODES.has(lower)) throw badRequest('unsupported parse_mode')
  throw notEmulated('parse_mode: send entities instead')
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
