import type { PollMedia } from '@grammyjs/types'

import type { FileAttributes, FileKind } from '../../../files/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest, notEmulated } from '../botApiError.ts'
import { isObject, requiredString, within, type Fields } from '../fields.ts'
import { mediaContent } from '../files/describeFile.ts'
import { resolveInputFile } from '../files/resolveInputFile.ts'
import { checkLink } from './checkLink.ts'
import { LIMITS } from './limits.ts'
import { readJsonLocation } from './readJsonLocation.ts'

type Owner = 'option' | 'poll'
type PollFileKind = Extract<FileKind, keyof PollMedia>

/** Which files may stand beside an option, and beside the description or the explanation. */
const KINDS: Record<Owner, readonly PollFileKind[]> = {
  option: ['photo', 'video', 'animation', 'sticker'],
  poll: ['photo', 'video', 'animation', 'audio', 'document'],
}
const PREFIX: Record<Owner, string> = {
  option: 'failed to parse poll option media',
  poll: 'failed to parse InputPollMedia',
}

/** What stands beside an option, the description or the explanation of a poll; undefined if nothing does. */
export async function readPollMedia(
  call: BotApiCall,
  given: unknown,
  owner: Owner,
): Promise<PollMedia | undefined> {
  if (given === undefined || given === null) return undefined
  const checked = within(PREFIX[owner], () => readKind(given, owner))
  if ('media' in checked) return checked.media
  const { kind, fields } = checked
  const file = await resolveInputFile(call, nameOf(fields), kind, attributesOf(fields, kind))
  if (!file) throw badRequest(`${PREFIX[owner]}: media not found`)
  // A file is what it is, whatever it is called: sound may have come as a document.
  const shown = KINDS[owner].find((allowed) => allowed === file.kind)
  if (!shown) throw badRequest(`invalid poll ${owner === 'option' ? 'option ' : ''}media content specified`)
  return { [shown]: mediaContent(call.emulator.files, call.bot.id, file)[shown] }
}

type Checked = { media: PollMedia } | { kind: PollFileKind; fields: Fields }

function readKind(given: unknown, owner: Owner): Checked {
  if (!isObject(given)) throw new Error('expected an Object')
  const type = requiredString(given, 'type')
  if (type === 'location') return { media: { location: readJsonLocation(given) } }
  if (type === 'venue') return { media: { venue: readVenue(given) } }
  if (type === 'link' && owner === 'option') return { media: { link: { url: readLink(given) } } }
  if (type === 'live_photo') throw notEmulated('live photos in polls')
  const kind = KINDS[owner].find((allowed) => allowed === type)
  if (!kind) throw new Error('invalid type specified')
  if (given.thumbnail !== undefined || given.cover !== undefined)
    throw notEmulated('thumbnails and covers of the media of polls')
  return { kind, fields: given }
}

function readVenue(given: Fields): NonNullable<PollMedia['venue']> {
  const location = readJsonLocation(given)
  const title = requiredString(given, 'title')
  const address = requiredString(given, 'address')
  const ids = ['foursquare_id', 'foursquare_type', 'google_place_id', 'google_place_type'].filter(
    (name) => given[name] !== undefined && given[name] !== '',
  )
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
  const { problem, ...link } = checkLink(url)
  if (problem !== undefined || !('url' in link)) throw badRequest('wrong HTTP URL specified')
  return link.url
}

function nameOf({ media }: Fields): string | undefined {
  return typeof media === 'string' ? media : undefined
}

function attributesOf(fields: Fields, kind: PollFileKind): Partial<FileAttributes> {
  const number = (name: string, [least, most]: readonly [number, number]) =>
    Math.min(most, Math.max(least, Math.trunc(Number(fields[name]) || 0)))
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const duration = number('duration', LIMITS.durationS)
  if (kind === 'audio') return { duration, title: text('title'), performer: text('performer') }
  if (kind !== 'video' && kind !== 'animation') return {}
  return { duration, width: number('width', LIMITS.side), height: number('height', LIMITS.side) }
}
