import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'
import { LIMITS } from './limits.ts'

/** Who may vote can be restricted only in channels, and all chats here are private ones. */
export function refusePollVoters(parameters: Parameters): void {
  const countries = parameters.json('country_codes', 'country_codes') ?? []
  if (!Array.isArray(countries)) throw badRequest('expected an Array of String')
  if (countries.length > LIMITS.pollCountries) throw badRequest('too many items specified')
  for (const code of countries as unknown[]) {
    if (typeof code !== 'string') throw badRequest('expected an Array of String')
    if (!/^[A-Z]{2}$/.test(code)) throw badRequest('invalid country code specified')
  }
  if (parameters.boolean('members_only') || countries.length > 0)
    throw badRequest('poll voters can be restricted only in channel chats')
}
