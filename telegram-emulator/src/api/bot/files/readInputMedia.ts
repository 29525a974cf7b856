import type { BotApiCall } from '../botApiCall.ts'
import { BotApiError, badRequest, notEmulated } from '../botApiError.ts'
import { isObject, requiredString, within, type Fields } from '../fields.ts'
import { Parameters } from '../parameters.ts'
import { readCaption, type CaptionTooLong } from '../validate/readCaption.ts'
import { requireParameter } from '../validate/requireParameter.ts'
import { readMedia, type SentKind, type SentMedia } from './readMedia.ts'
import { inputFile } from './resolveInputFile.ts'

const STRINGS = ['caption', 'parse_mode', 'media', 'thumbnail', 'thumb', 'cover', 'title', 'performer']
const INTEGERS = ['width', 'height', 'duration', 'start_timestamp']
const BOOLEANS = ['show_caption_above_media', 'has_spoiler', 'disable_content_type_detection']

const KINDS: Record<string, SentKind> = {
  photo: 'photo',
  video: 'video',
  animation: 'animation',
  audio: 'audio',
  document: 'document',
}

interface Place {
  /** In an album documents stay what they are, and there are no animations. */
  isInAlbum?: boolean
  tooLong?: CaptionTooLong
}

/** The InputMedia of the parameter `media`. */
export function readMediaParameter(call: BotApiCall, place: Place = {}): SentMedia {
  requireParameter(call.parameters, 'media')
  return readInputMedia(call, call.parameters.json('media', 'input media'), place)
}

/** The InputMedia of an album; how many there may be is for the sender to say. */
export function readAlbumParameter(call: BotApiCall): SentMedia[] {
  requireParameter(call.parameters, 'media')
  const media = call.parameters.json('media', 'media')
  if (!Array.isArray(media)) throw badRequest('expected an Array of InputMedia')
  return media.map((item: unknown) => readInputMedia(call, item, { isInAlbum: true }))
}

/** One InputMedia, checked in its shape; its file is read and not yet looked for. */
function readInputMedia(call: BotApiCall, given: unknown, place: Place): SentMedia {
  const { isInAlbum = false, tooLong = 'message caption is too long' } = place
  return within("can't parse InputMedia", () => {
    if (!isObject(given)) throw new Error('expected an Object')
    const parameters = new Parameters(checkedFields(given), call.parameters.files)
    const caption = readOwnCaption(call, parameters, tooLong)
    const type = requiredString(given, 'type')
    const file = inputFile(call, parameters.string('media'))
    if (!file) throw new Error('media not found')
    if (type === 'live_photo') throw notEmulated('live photos')
    const kind = KINDS[type]
    if (!kind || !Object.hasOwn(KINDS, type)) throw new Error(`type "${type}" is unsupported`)
    if (kind === 'animation' && isInAlbum) throw new Error(`type "${type}" can't be used in sendMediaGroup`)
    const media = readMedia(call, parameters, kind, { file, caption })
    return { ...media, isAsIs: media.isAsIs || isInAlbum }
  })
}

/** What cannot be parsed is a complaint about the InputMedia; the length is looked at when it is sent. */
function readOwnCaption(call: BotApiCall, parameters: Parameters, tooLong: CaptionTooLong) {
  try {
    return readCaption(call, parameters, tooLong)
  } catch (error) {
    if (!(error instanceof BotApiError)) throw error
    const complaint = error.message.replace('Bad Request: ', '')
    if (complaint === tooLong) throw error
    throw new Error(complaint.charAt(0).toUpperCase() + complaint.slice(1), { cause: error })
  }
}

/** Null counts as missing; what is of another type is complained of. */
function checkedFields(fields: Fields): Fields {
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
  const must = (names: string[], type: string, fits: (value: unknown) => boolean) => {
    const wrong = names.find((name) => Object.hasOwn(present, name) && !fits(present[name]))
    if (wrong) throw new Error(`Field "${wrong}" must be of type ${type}`)
  }
  const isText = (value: unknown) => typeof value === 'string' || typeof value === 'number'
  must(STRINGS, 'String', isText)
  must(INTEGERS, 'Number', isText)
  must(BOOLEANS, 'Boolean', (value) => typeof value === 'boolean')
  return present
}
