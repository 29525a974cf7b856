import type { Location } from '@grammyjs/types'

import { badRequest } from '../botApiError.ts'
import type { Fields } from '../fields.ts'
import { LIMITS } from './limits.ts'

/** The place that a JSON object names. */
export function readJsonLocation(given: Fields): Location {
  const latitude = requiredNumber(given, 'latitude')
  const longitude = requiredNumber(given, 'longitude')
  const accuracy = given.horizontal_accuracy === undefined ? 0 : requiredNumber(given, 'horizontal_accuracy')
  if (Math.abs(latitude) > LIMITS.latitude[1] || Math.abs(longitude) > LIMITS.longitude[1])
    throw badRequest('wrong location specified')
  return {
    latitude,
    longitude,
    ...(accuracy > 0 && { horizontal_accuracy: Math.min(LIMITS.horizontalAccuracyM, accuracy) }),
  }
}

function requiredNumber(fields: Fields, name: string): number {
  const value = fields[name]
  if (value === undefined) throw new Error(`Can't find field "${name}"`)
  if (typeof value !== 'number' && typeof value !== 'string')
    throw new Error(`Field "${name}" must be of type Number`)
  return Number.parseFloat(String(value)) || 0
}
