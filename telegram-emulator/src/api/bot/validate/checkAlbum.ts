import type { FileKind } from '../../../files/types.ts'
import type { MessageContent } from '../../../state/types.ts'
import { badRequest } from '../botApiError.ts'
import { LIMITS } from './limits.ts'

/** These are in albums of their own. */
export const UNMIXED = ['audio', 'document'] as const satisfies FileKind[]

type Item = { kind: FileKind } & Pick<MessageContent, 'show_caption_above_media'>

/** @throws {BotApiError} when the messages cannot be an album, in the server's words */
export function checkAlbum(items: readonly Item[]): void {
  if (items.length > LIMITS.albumMessages) throw badRequest('too many messages to send as an album')
  const [first] = items
  if (!first) throw badRequest('there are no messages to send')
  if (items.some((item) => item.show_caption_above_media !== first.show_caption_above_media))
    throw badRequest('parameter show_caption_above_media must be the same for all messages')
  const alone = UNMIXED.find((kind) => items.some((item) => item.kind === kind))
  if (alone && items.some(({ kind }) => kind !== alone))
    throw badRequest(`${alone} can't be mixed with other media types`)
}
