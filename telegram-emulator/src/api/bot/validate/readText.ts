import type { Person } from '../../../state/types.ts'
import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'
import { fixText, type FormattedText } from './entities/fixText.ts'
import { LIMITS } from './limits.ts'
import { readFormatted } from './readFormatted.ts'

/** The most UTF-16 units after parsing, by the complaint about more. */
const LONGEST = {
  'message is too long': LIMITS.text,
  MESSAGE_TOO_LONG: LIMITS.text,
  'message caption is too long': LIMITS.caption,
  MEDIA_CAPTION_TOO_LONG: LIMITS.caption,
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
  const { text, entities } = fixText(readFormatted(parameters, findPerson), mayBecomeEmpty)
  if (text.length > LONGEST[tooLong]) throw badRequest(tooLong)
  return { text, entities }
}
