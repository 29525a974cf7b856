import { fetchFile } from '../../../files/fetchFile.ts'
import { mediaFormat } from '../../../files/mediaFormat.ts'
import type { FileAttributes, FileKind, FileRecord, UploadedFile } from '../../../files/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { checkLink } from '../validate/checkLink.ts'
import { LIMITS } from '../validate/limits.ts'
import { MediaError } from './mediaError.ts'
import { storeUpload } from './storeUpload.ts'

/** The types that Telegram takes from a URL. */
const TYPES: Record<Exclude<FileKind, 'thumbnail'>, RegExp> = {
  photo: /^image\/(?!svg)/,
  video: /^video\/mp4$/,
  animation: /^(?:image\/gif|video\/mp4)$/,
  audio: /^audio\/(?:mpeg|mp3|mp4|m4a|x-m4a)$/,
  voice: /^(?:audio\/ogg|application\/ogg)$/,
  // By URL there are none.
  video_note: /^$/,
  document: /^(?:application\/pdf|application\/(?:zip|x-zip-compressed)|image\/gif)$/,
  sticker: /^image\/webp$/,
}

/** Fetches a file as Telegram does, but from private addresses too, where tests and development have theirs. */
export async function storeFromUrl(
  { emulator: { files, limits, logger } }: BotApiCall,
  given: string,
  kind: Exclude<FileKind, 'thumbnail'>,
  attributes: Partial<FileAttributes>,
): Promise<FileRecord> {
  const link = checkLink(given)
  const problem = link.problem ?? (/^https?:/.test(link.url) ? undefined : 'Unsupported URL protocol')
  if (link.problem !== undefined || problem)
    throw badRequest(`invalid file HTTP URL specified: ${problem ?? ''}`)
  const bytes = kind === 'photo' ? files.limits.webPhotoBytes : files.limits.webBytes
  let upload: UploadedFile
  try {
    upload = await fetchFile(files, link.url, { bytes, timeMs: limits.fetchMs })
  } catch (error) {
    logger.debug({ err: error }, 'a file could not be fetched')
    throw new MediaError('WEBPAGE_CURL_FAILED')
  }
  try {
    if (upload.size === 0 || !TYPES[kind].test(upload.mime)) throw new MediaError('WEBPAGE_MEDIA_EMPTY')
    return await storeUpload(files, upload, await kindAtUrl(kind, upload), attributes, {
      isAsIs: upload.mime !== 'image/gif',
    })
  } finally {
    await files.discard([upload])
  }
}

/** Only a short voice message stays one. */
async function kindAtUrl(kind: FileKind, { path, size }: UploadedFile): Promise<FileKind> {
  if (kind !== 'voice') return kind
  const isVoice = size <= LIMITS.webVoiceBytes && (await mediaFormat(path)) === 'ogg_opus'
  return isVoice ? 'voice' : 'document'
}
