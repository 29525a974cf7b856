import type { PollMedia } from '@grammyjs/types'

import type { BotApiCall } from '../botApiCall.ts'
import { badRequest, notEmulated } from '../botApiError.ts'
import { isObject, requiredString, within, type Fields } from '../fields.ts'
import { readMedia, type SentMedia } from '../files/readMedia.ts'
import { inputFile } from '../files/resolveInputFile.ts'
import { resolveMedia } from '../files/resolveMedia.ts'
import { Parameters } from '../parameters.ts'
import { checkLink } from './checkLink.ts'
import { readJsonLocation } from './readJsonLocation.ts'

type Owner = 'option' | 'poll'

const VENUE_IDS = ['foursquare_id', 'foursquare_type', 'google_place_id', 'google_place_type']
/** Which files may stand beside an option, and beside the description or the explanation. */
const KINDS = {
  option: ['photo', 'video', 'animation', 'sticker'],
  poll: ['photo', 'video', 'animation', 'audio', 'document'],
} as const
const PREFIX = { option: 'failed to parse poll option media', poll: 'failed to parse InputPollMedia' }

/** What stands beside an option, the description or the explanation of a poll; undefined if nothing does. */
export async function readPollMedia(
  call: BotApiCall,
  given: unknown,
  owner: Owner,
): Promise<PollMedia | undefined> {
  if (given === undefined || given === null) return undefined
  const read = within(PREFIX[owner], () => readKind(call, given, owner))
  if ('ready' in read) return read.ready
  const content = await resolveMedia(call, read)
  // A file is what it is, whatever it was called. An animation is a document too, and is asked for first.
  const kind = KINDS[owner].find((allowed) => content[allowed] !== undefined)
  if (!kind || (content.animation && kind !== 'animation'))
    throw badRequest(`invalid poll ${owner === 'option' ? 'option ' : ''}media content specified`)
  return { [kind]: content[kind] }
}

function readKind(call: BotApiCall, given: unknown, owner: Owner): { ready: PollMedia } | SentMedia {
  if (!isObject(given)) throw new Error('expected an Object')
  const type = requiredString(given, 'type')
  if (type === 'location') return { ready: { location: readJsonLocation(given) } }
  if (type === 'venue') return { ready: { venue: readVenue(given) } }
  if (type === 'link' && owner === 'option') return { ready: { link: { url: readLink(given) } } }
  if (type === 'live_photo') throw notEmulated('live photos')
  const kind = KINDS[owner].find((allowed) => allowed === type)
  if (!kind) throw new Error('invalid type specified')
  const parameters = new Parameters(given, call.parameters.files)
  const file = inputFile(call, parameters.string('media'))
  if (!file) throw new Error('media not found')
  return readMedia(call, parameters, kind, { file, caption: {} })
}

function readVenue(given: Fields): NonNullable<PollMedia['venue']> {
  const location = readJsonLocation(given)
  const title = requiredString(given, 'title')
  const address = requiredString(given, 'address')
  const ids = VENUE_IDS.filter((name) => given[name] !== undefined && given[name] !== '')
  return {
    location,
    title,
    address,
    ...Object.fromEntries(ids.map((name) => [name, requiredString(given, name)])),
  }
}

function readLink(given: Fields): string {
  const url = given.url === undefined ? '' : requiredString(given, 'url')
  if (url === '') throw badRequest('poll option link must be non-empty')
  const link = checkLink(url)
  if (link.problem !== undefined) throw badRequest('wrong HTTP URL specified')
  return link.url
}
