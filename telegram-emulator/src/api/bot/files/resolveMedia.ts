import type { MessageContent } from '../../../state/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { mediaContent } from './describeFile.ts'
import type { SentMedia } from './readMedia.ts'
import { resolveInputFile } from './resolveInputFile.ts'

/** Finds, fetches or keeps the file; gives what the message then holds. */
export async function resolveMedia(call: BotApiCall, media: SentMedia): Promise<MessageContent> {
  const { emulator, bot } = call
  const { kind, attributes, thumbnail, isAsIs, startTimestamp } = media
  const file = await resolveInputFile(call, media.file, kind, attributes, { thumbnail, isAsIs })
  if (!file) throw badRequest('file must be non-empty')
  const cover = media.cover && (await resolveInputFile(call, media.cover, 'photo'))
  const content = mediaContent(emulator.files, bot.id, file, { cover: cover || undefined, startTimestamp })
  const { has_media_spoiler, show_caption_above_media, ...caption } = media.shown
  const isVisual = content.photo ?? content.video ?? content.animation
  return {
    ...content,
    ...(!content.video_note && !content.sticker && caption),
    ...(isVisual && has_media_spoiler && { has_media_spoiler }),
    ...(isVisual && show_caption_above_media && { show_caption_above_media }),
  }
}
