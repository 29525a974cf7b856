import type { RichBlock } from '@grammyjs/types'

import { badRequest } from '../../botApiError.ts'
import { requiredInteger, requiredObject, type Fields } from '../../fields.ts'
import { LIMITS } from '../limits.ts'
import { readRichCaption } from './readRichCaption.ts'
import type { RichContext } from './richContext.ts'

type MapBlock = Extract<RichBlock, { type: 'map' }>

export function readRichMap(value: Fields, context: RichContext): MapBlock {
  const location = requiredObject(value, 'location')
  const latitude = readCoordinate(location, 'latitude', LIMITS.latitude)
  const longitude = readCoordinate(location, 'longitude', LIMITS.longitude)
  const zoom = requiredInteger(value, 'zoom')
  const width = requiredInteger(value, 'width')
  const height = requiredInteger(value, 'height')
  const [leastZoom, mostZoom] = LIMITS.richMapZoom
  const isWrong =
    zoom < leastZoom ||
    zoom > mostZoom ||
    width < 0 ||
    height < 0 ||
    width + height > LIMITS.richMapSides ||
    width > height * LIMITS.richMapRatio ||
    height > width * LIMITS.richMapRatio
  if (isWrong) throw badRequest('invalid map properties specified')
  return {
    type: 'map',
    location: { latitude, longitude },
    zoom: zoom as MapBlock['zoom'],
    width,
    height,
    ...readRichCaption(value, context),
  }
}

function readCoordinate(location: Fields, name: string, [least, most]: readonly [number, number]): number {
  if (location[name] === undefined) throw new Error(`Can't find field "${name}"`)
  const value = Number(location[name])
  if (typeof location[name] === 'boolean' || !Number.isFinite(value) || value < least || value > most)
    throw badRequest('invalid location specified')
  return value
}
