import { FileTooLarge } from '../../../files/fileStore.ts'
import { parseFileId } from '../../../files/fileIds.ts'
import { mimeTypeOf } from '../../../files/mimeTypes.ts'
import { addPhoto, BadImage } from '../../../files/photoSizes.ts'
import type { FileAttributes, FileKind, FileRecord, UploadedFile } from '../../../files/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest, notEmulated } from '../botApiError.ts'

/**
 * The file that an InputFile value names: a part of the request, attach://<part> or a file_id. Undefined if there
 * is none. A photo is its largest size.
 */
export async function resolveInputFile(
  call: BotApiCall,
  value: string | UploadedFile | undefined,
  kind: FileKind,
  attributes: Partial<FileAttributes> = {},
): Promise<FileRecord | undefined> {
  if (!value) return undefined
  if (typeof value !== 'string') return storeUpload(call, value, kind, attributes)
  if (value.startsWith('attach://')) {
    const part = call.parameters.files.get(value.slice('attach://'.length))
    return part && storeUpload(call, part, kind, attributes)
  }
  if (/^https?:\/\//i.test(value)) throw notEmulated('files by URL')
  return findByFileId(call, value, kind)
}

function findByFileId({ emulator, bot }: BotApiCall, fileId: string, kind: FileKind): FileRecord {
  let named: ReturnType<typeof parseFileId>
  try {
    named = parseFileId(bot.id, fileId)
  } catch (error) {
    throw badRequest(`wrong remote file identifier specified: ${(error as Error).message}`)
  }
  const found = named.isOwn ? emulator.files.get(named.uniqueId) : undefined
  if (!found) throw badRequest('wrong file identifier/HTTP URL specified')
  // Videos, documents and the like may stand for each other: the message shows what the file is.
  if ((found.kind === 'photo') !== (kind === 'photo'))
    throw badRequest(`can't use file of type ${typeName(found.kind)} as ${typeName(kind)}`)
  return emulator.files.wholeOf(found)
}

async function storeUpload(
  { emulator: { files } }: BotApiCall,
  upload: UploadedFile,
  kind: FileKind,
  attributes: Partial<FileAttributes>,
): Promise<FileRecord> {
  if (upload.size === 0) throw badRequest('file must be non-empty')
  try {
    if (kind === 'photo') {
      refuseTooLarge(upload, files.limits.photoBytes, 'a photo')
      return await addPhoto(files, upload)
    }
    if (kind === 'video_note') refuseTooLarge(upload, files.limits.videoNoteBytes, 'a video note')
    const mime = mimeTypeOf(upload.name) ?? upload.mime
    return await files.add(kind, upload, { name: upload.name, mime, ...attributes })
  } catch (error) {
    if (error instanceof BadImage || error instanceof FileTooLarge) throw badRequest(error.message)
    throw error
  }
}

function refuseTooLarge({ size }: UploadedFile, limit: number, what: string): void {
  if (size > limit)
    throw badRequest(`file of size ${size} bytes is too big for ${what}; the maximum size is ${limit} bytes`)
}

/** As Telegram's errors name the kinds: VideoNote. */
function typeName(kind: FileKind): string {
  if (kind === 'voice') return 'VoiceNote'
  return kind.replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase())
}
