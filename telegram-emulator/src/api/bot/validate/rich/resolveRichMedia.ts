import type { FileAttributes, FileRecord } from '../../../../files/types.ts'
import type { BotApiCall } from '../../botApiCall.ts'
import { badRequest, BotApiError, notEmulated } from '../../botApiError.ts'
import type { Fields } from '../../fields.ts'
import { mediaContent } from '../../files/describeFile.ts'
import { inputFile, resolveInputFile } from '../../files/resolveInputFile.ts'
import { Parameters } from '../../parameters.ts'
import { LIMITS } from '../limits.ts'
import type { RichContext } from './richContext.ts'

const KINDS = {
  photo: 'photo',
  video: 'video',
  animation: 'animation',
  audio: 'audio',
  voice_note: 'voice',
  document: 'document',
} as const

export type RichMediaType = keyof typeof KINDS

const TYPES = Object.keys(KINDS) as RichMediaType[]

/** What would change the message and is not emulated. */
const UNEMULATED = ['cover', 'start_timestamp']

/** Looks for the files of the media blocks and puts them in. */
export async function resolveRichMedia(
  call: BotApiCall,
  { pendingMedia, isFromLink }: Pick<RichContext, 'pendingMedia' | 'isFromLink'>,
): Promise<void> {
  for (const { block, input } of pendingMedia) {
    const type = block.type as RichMediaType
    const file = await findFile(call, type, input, isFromLink(input))
    const { files } = call.emulator
    const { voice, ...content } = mediaContent(files, call.bot.id, file)
    const media: Fields = { ...content, ...(voice && { voice_note: voice }) }
    // The message shows what the file is. An animation is described as a document too.
    const shown = [type, ...TYPES].find((name) => media[name] !== undefined)
    if (!shown) throw badRequest(`can't use file of type ${file.kind} as ${type}`)
    if (shown !== 'photo' && shown !== 'video' && shown !== 'animation')
      Reflect.deleteProperty(block, 'has_spoiler')
    Object.assign(block, { type: shown, [shown]: media[shown] })
  }
}

async function findFile(
  call: BotApiCall,
  type: RichMediaType,
  input: Fields,
  isFromLink: boolean,
): Promise<FileRecord> {
  for (const name of UNEMULATED)
    if ((input[name] ?? '') !== '') throw notEmulated(`${name} in ${call.method}`)
  const attributes = readAttributes(type, new Parameters(input))
  // A thumbnail can only be uploaded anew; any other is ignored.
  const thumbnail = typeof input.thumbnail === 'string' ? inputFile(call, input.thumbnail) : undefined
  const options = { ...(typeof thumbnail === 'object' && { thumbnail }) }
  try {
    const file = await resolveInputFile(call, String(input.media), KINDS[type], attributes, options)
    if (file) return file
  } catch (error) {
    if (!isFromLink || !(error instanceof BotApiError) || error.code !== 400) throw error
    throw badRequest(`RICH_MESSAGE_${type.toUpperCase()}_NO_MEDIA_FOUND`)
  }
  throw badRequest("can't parse InputRichBlock: media not found")
}

/** Sound and film are not looked into: their length and size are what the call says. */
function readAttributes(type: RichMediaType, parameters: Parameters): Partial<FileAttributes> {
  if (type === 'photo' || type === 'document') return {}
  const duration = parameters.integer('duration', 0, ...LIMITS.durationS)
  if (type === 'voice_note') return { duration }
  if (type === 'audio')
    return { duration, title: parameters.string('title'), performer: parameters.string('performer') }
  const width = parameters.integer('width', 0, ...LIMITS.side)
  return { duration, width, height: parameters.integer('height', 0, ...LIMITS.side) }
}
