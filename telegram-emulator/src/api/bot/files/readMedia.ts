import type { FileAttributes, FileKind, UploadedFile } from '../../../files/types.ts'
import type { MessageContent } from '../../../state/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import type { Parameters } from '../parameters.ts'
import { LIMITS } from '../validate/limits.ts'
import { inputFile } from './resolveInputFile.ts'

export type SentKind = Exclude<FileKind, 'thumbnail'>

/** A file with all that was said of it, read and not yet looked for. */
export interface SentMedia {
  kind: SentKind
  file: string | UploadedFile
  attributes: Partial<FileAttributes>
  thumbnail?: UploadedFile | undefined
  cover?: string | UploadedFile | undefined
  startTimestamp: number
  isAsIs: boolean
  /** The caption and what else the message shows beside the file. */
  shown: MessageContent
}

const VISUAL = new Set<FileKind>(['photo', 'video', 'animation'])

/** Reads what a send… method or an InputMedia says of its file, which is there. */
export function readMedia(
  call: BotApiCall,
  parameters: Parameters,
  kind: SentKind,
  { file, caption }: { file: string | UploadedFile; caption: MessageContent },
): SentMedia {
  const isVisual = VISUAL.has(kind)
  return {
    kind,
    file,
    attributes: readAttributes(parameters, kind),
    ...(kind !== 'photo' && { thumbnail: readThumbnail(call, parameters) }),
    ...(kind === 'video' && {
      cover: inputFile(call, parameters.string('cover') || filePart(call, 'cover')),
    }),
    startTimestamp: kind === 'video' ? parameters.integer('start_timestamp', 0, ...LIMITS.durationS) : 0,
    isAsIs: parameters.boolean('disable_content_type_detection'),
    shown: {
      ...caption,
      ...(isVisual && parameters.boolean('has_spoiler') && { has_media_spoiler: true }),
      ...(isVisual && parameters.boolean('show_caption_above_media') && { show_caption_above_media: true }),
    },
  }
}

/** Sound and film are not looked into: their length and size are what the call says. */
function readAttributes(parameters: Parameters, kind: SentKind): Partial<FileAttributes> {
  return {
    duration: parameters.integer('duration', 0, ...LIMITS.durationS),
    width: parameters.integer(kind === 'video_note' ? 'length' : 'width', 0, ...LIMITS.side),
    height: parameters.integer('height', 0, ...LIMITS.side),
    title: parameters.string('title'),
    performer: parameters.string('performer'),
    emoji: parameters.string('emoji'),
  }
}

/** It is a part of the request in any case, by the name after attach:// or by its own. */
function readThumbnail(call: BotApiCall, parameters: Parameters): UploadedFile | undefined {
  for (const name of ['thumbnail', 'thumb']) {
    const named = inputFile(call, parameters.string(name))
    const part = typeof named === 'object' ? named : filePart(call, name)
    if (part) return part
  }
  return undefined
}

function filePart({ parameters }: BotApiCall, name: string): UploadedFile | undefined {
  return parameters.files.get(name)
}
