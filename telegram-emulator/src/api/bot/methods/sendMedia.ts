import type { FileAttributes, FileKind } from '../../../files/types.ts'
import type { MessageContent } from '../../../state/types.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { mediaContent } from '../files/describeFile.ts'
import { resolveInputFile } from '../files/resolveInputFile.ts'
import { Parameters } from '../parameters.ts'
import { sendContent } from '../sendContent.ts'
import { LIMITS } from '../validate/limits.ts'
import { readOptionalText } from '../validate/readText.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

const VISUAL = new Set<FileKind>(['photo', 'video', 'animation'])

/** The send… methods of single files differ in the kind alone. */
function sender(kind: FileKind): BotApiMethod {
  return async (call) => {
    refuseUnemulated(call, ['thumbnail', 'thumb', 'cover', 'start_timestamp'])
    const { parameters, emulator, bot } = call
    const caption = kind === 'video_note' ? {} : readCaption(call)
    const given = parameters.string(kind) || parameters.files.get(kind)
    const file = await resolveInputFile(call, given, kind, readAttributes(parameters, kind))
    if (!file) throw badRequest(`there is no ${kind.replace('_', ' ')} in the request`)
    const isVisual = VISUAL.has(kind)
    return sendContent(call, () => ({
      ...mediaContent(emulator.files, bot.id, file),
      ...caption,
      ...(isVisual && parameters.boolean('has_spoiler') && { has_media_spoiler: true as const }),
      ...(isVisual &&
        parameters.boolean('show_caption_above_media') && { show_caption_above_media: true as const }),
    }))
  }
}

/** Sound and film are not looked into: their length and size are what the call says. */
function readAttributes(parameters: Parameters, kind: FileKind): Partial<FileAttributes> {
  if (kind === 'photo' || kind === 'document') return {}
  const duration = parameters.integer('duration', 0, ...LIMITS.durationS)
  if (kind === 'voice') return { duration }
  if (kind === 'audio') {
    return { duration, title: parameters.string('title'), performer: parameters.string('performer') }
  }
  if (kind === 'video_note') return { duration, width: parameters.integer('length', 0, ...LIMITS.side) }
  const width = parameters.integer('width', 0, ...LIMITS.side)
  return { duration, width, height: parameters.integer('height', 0, ...LIMITS.side) }
}

export function readCaption({ parameters, emulator }: BotApiCall): MessageContent {
  const { caption, parse_mode, caption_entities } = parameters.all
  const asText = new Parameters({ text: caption, parse_mode, entities: caption_entities })
  const { text, entities } = readOptionalText(asText, 'message caption is too long', (id) =>
    emulator.store.people.get(id),
  )
  if (text === '') return {}
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) }
}

export const sendMedia = {
  sendPhoto: sender('photo'),
  sendVideo: sender('video'),
  sendAnimation: sender('animation'),
  sendAudio: sender('audio'),
  sendVoice: sender('voice'),
  sendVideoNote: sender('video_note'),
  sendDocument: sender('document'),
}
