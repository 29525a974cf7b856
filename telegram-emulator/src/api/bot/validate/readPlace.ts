import type { Contact, Location, Venue } from '@grammyjs/types'

import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'
import { LIMITS } from './limits.ts'
import { requireParameter } from './requireParameter.ts'

const VENUE_IDS = ['foursquare_id', 'foursquare_type', 'google_place_id', 'google_place_type'] as const

export function readLocation(parameters: Parameters): { location: Location } {
  for (const name of ['latitude', 'longitude'])
    if (parameters.string(name).trim() === '') throw badRequest(`${name} is empty`)
  const latitude = toNumber(parameters.string('latitude'))
  const longitude = toNumber(parameters.string('longitude'))
  if (Math.abs(latitude) > LIMITS.latitude[1] || Math.abs(longitude) > LIMITS.longitude[1])
    throw badRequest('wrong location specified')
  const accuracy = toNumber(parameters.string('horizontal_accuracy'))
  return {
    location: {
      latitude,
      longitude,
      ...(accuracy > 0 && { horizontal_accuracy: Math.min(LIMITS.horizontalAccuracyM, accuracy) }),
    },
  }
}

/** The location is there beside the venue, for bots of the time before venues. */
export function readVenue(parameters: Parameters): { location: Location; venue: Venue } {
  const { location } = readLocation(parameters)
  const title = requireParameter(parameters, 'title')
  const address = requireParameter(parameters, 'address')
  return { location, venue: { location, title, address, ...given(parameters, VENUE_IDS) } }
}

export function readContact(parameters: Parameters): { contact: Contact } {
  const phone_number = requireParameter(parameters, 'phone_number')
  const first_name = requireParameter(parameters, 'first_name')
  return { contact: { phone_number, first_name, ...given(parameters, ['last_name', 'vcard']) } }
}

function given(parameters: Parameters, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.filter((name) => parameters.has(name)).map((name) => [name, parameters.string(name)]),
  )
}

/** What is not a number counts as 0, as on the real server. */
function toNumber(text: string): number {
  return Number.parseFloat(text) || 0
}
