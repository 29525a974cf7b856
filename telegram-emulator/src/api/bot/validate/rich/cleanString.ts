import { badRequest } from '../../botApiError.ts'
import { cleanText } from '../entities/cleanText.ts'

/** A string of a rich message without what Telegram removes; `what` begins the complaint about broken characters. */
export function cleanString(given: string, what: string): string {
  if (!given.isWellFormed()) throw badRequest(`${what} must be encoded in UTF-8`)
  return cleanText(given, []).text
}
