import { randomInt } from 'node:crypto'

import type { ChatMessage, MessageContent } from '../../../state/types.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { MediaError } from '../files/mediaError.ts'
import { readAlbumParameter } from '../files/readInputMedia.ts'
import type { SentMedia } from '../files/readMedia.ts'
import { resolveMedia } from '../files/resolveMedia.ts'
import { postMessage, refuseUnknownOptions } from '../sendContent.ts'
import { checkAlbum } from '../validate/checkAlbum.ts'
import { findChat } from '../validate/findChat.ts'
import { readReply } from '../validate/readReply.ts'

/** All messages of an album are sent or none. One alone is no album. */
export const sendMediaGroup: BotApiMethod = async (call): Promise<ChatMessage[]> => {
  refuseUnknownOptions(call)
  const media = readAlbumParameter(call)
  findChat(call)
  checkAlbum(media.map(({ kind, shown }) => ({ kind, ...shown })))
  const contents = await resolveAlbum(call, media)
  const target = findChat(call)
  const shared = {
    ...readReply(call, target.chat),
    ...(contents.length > 1 && { media_group_id: String(randomInt(10 ** 13, 10 ** 14)) }),
    ...(call.parameters.boolean('protect_content') && { has_protected_content: true as const }),
  }
  return contents.map((content) => postMessage(call, target, { ...content, ...shared }))
}

async function resolveAlbum(call: BotApiCall, album: SentMedia[]): Promise<MessageContent[]> {
  const contents: MessageContent[] = []
  for (const [index, media] of album.entries()) {
    try {
      const content = await resolveMedia(call, media)
      // What turned out to be something else, such as a video that is none.
      if (!content[media.kind]) throw new MediaError('MEDIA_GROUPED_INVALID')
      contents.push(content)
    } catch (error) {
      if (!(error instanceof MediaError)) throw error
      throw badRequest(`failed to send message #${index + 1} with the error message "${error.serverText}"`)
    }
  }
  return contents
}
