import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'

/** The two-letter language_code; the empty string means every language without a dedicated value. */
export function readLanguage(parameters: Parameters): string {
  const code = parameters.string('language_code')
  if (code !== '' && !/^[a-z]{2}$/.test(code)) throw badRequest('invalid language code specified')
  return code
}
