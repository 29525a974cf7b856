import { parseFileId } from '../../../files/fileIds.ts'
import type { FileAttributes, FileKind, FileRecord, UploadedFile } from '../../../files/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { MediaError } from './mediaError.ts'
import { storeFromUrl } from './storeFromUrl.ts'
import { storeUpload, type UploadOptions } from './storeUpload.ts'

/**
 * The file that an InputFile value names: a part of the request, attach://<part>, a URL or a file_id. Undefined if
 * there is none. A photo is its largest size; another file may turn out to be of another kind than was asked for.
 */
export async function resolveInputFile(
  call: BotApiCall,
  value: string | UploadedFile | undefined,
  kind: Exclude<FileKind, 'thumbnail'>,
  attributes: Partial<FileAttributes> = {},
  options: UploadOptions = {},
): Promise<FileRecord | undefined> {
  const named = inputFile(call, value)
  if (!named) return undefined
  if (typeof named !== 'string') return storeUpload(call.emulator.files, named, kind, attributes, options)
  // No file_id has a dot in it; a host of the same machine or network may have none.
  if (named.includes('.') || /^https?:\/\//i.test(named)) return storeFromUrl(call, named, kind, attributes)
  return findByFileId(call, named, kind)
}

/** The part of the request that the value stands for, or the value itself; undefined if there is neither. */
export function inputFile(
  { parameters }: BotApiCall,
  value: string | UploadedFile | undefined,
): string | UploadedFile | undefined {
  if (typeof value !== 'string' || !value.startsWith('attach://')) return value || undefined
  return parameters.files.get(value.slice('attach://'.length))
}

function findByFileId({ emulator, bot }: BotApiCall, fileId: string, kind: FileKind): FileRecord {
  let named: ReturnType<typeof parseFileId>
  try {
    named = parseFileId(bot.id, fileId)
  } catch (error) {
    throw badRequest(`wrong remote file identifier specified: ${(error as Error).message}`)
  }
  const found = named.isOwn ? emulator.files.get(named.uniqueId) : undefined
  if (!found) throw new MediaError('Wrong file identifier/HTTP URL specified')
  // Videos, documents and the like may stand for each other: the message shows what the file is.
  if (classOf(found.kind) !== classOf(kind))
    throw badRequest(`can't use file of type ${typeName(found.kind)} as ${typeName(kind)}`)
  return emulator.files.wholeOf(found)
}

function classOf(kind: FileKind): string {
  return kind === 'photo' || kind === 'thumbnail' ? kind : 'document'
}

/** As Telegram's errors name the kinds: VideoNote. */
function typeName(kind: FileKind): string {
  if (kind === 'voice') return 'VoiceNote'
  return kind.replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase())
}
