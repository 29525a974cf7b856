import type { Location } from '@grammyjs/types'

import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'
import { sendContent } from '../sendContent.ts'
import { LIMITS } from '../validate/limits.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'
import { requireParameter } from '../validate/requireParameter.ts'

const VENUE_IDS = ['foursquare_id', 'foursquare_type', 'google_place_id', 'google_place_type'] as const

const sendLocation: BotApiMethod = (call) => {
  refuseUnemulated(call, ['live_period', 'heading', 'proximity_alert_radius'])
  return sendContent(call, () => ({ location: readLocation(call.parameters) }))
}

const sendVenue: BotApiMethod = (call) =>
  sendContent(call, () => {
    const { parameters } = call
    const location = readLocation(parameters)
    const title = requireParameter(parameters, 'title')
    const address = requireParameter(parameters, 'address')
    const ids = VENUE_IDS.filter((name) => parameters.has(name)).map((name) => [
      name,
      parameters.string(name),
    ])
    // The location is there too, for bots of the time before venues.
    return { location, venue: { location, title, address, ...Object.fromEntries(ids) } }
  })

const sendContact: BotApiMethod = (call) =>
  sendContent(call, () => {
    const { parameters } = call
    const phone_number = requireParameter(parameters, 'phone_number')
    const first_name = requireParameter(parameters, 'first_name')
    const rest = (['last_name', 'vcard'] as const).filter((name) => parameters.has(name))
    return {
      contact: {
        phone_number,
        first_name,
        ...Object.fromEntries(rest.map((name) => [name, parameters.string(name)])),
      },
    }
  })

export const sendPlaces = { sendLocation, sendVenue, sendContact }

function readLocation(parameters: Parameters): Location {
  for (const name of ['latitude', 'longitude'])
    if (parameters.string(name).trim() === '') throw badRequest(`${name} is empty`)
  const latitude = toNumber(parameters.string('latitude'))
  const longitude = toNumber(parameters.string('longitude'))
  if (Math.abs(latitude) > LIMITS.latitude[1] || Math.abs(longitude) > LIMITS.longitude[1])
    throw badRequest('wrong location specified')
  const accuracy = toNumber(parameters.string('horizontal_accuracy'))
  return {
    latitude,
    longitude,
    ...(accuracy > 0 && { horizontal_accuracy: Math.min(LIMITS.horizontalAccuracyM, accuracy) }),
  }
}

/** What is not a number counts as 0, as on the real server. */
function toNumber(text: string): number {
  return Number.parseFloat(text) || 0
}
