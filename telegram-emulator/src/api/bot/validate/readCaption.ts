import type { MessageContent } from '../../../state/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { Parameters } from '../parameters.ts'
import { readOptionalText } from './readText.ts'

/** Sending and editing say it differently. */
export type CaptionTooLong = 'message caption is too long' | 'MEDIA_CAPTION_TOO_LONG'

/** What stands below a file: of the call itself, or of one InputMedia in it. */
export function readCaption(
  { emulator, parameters }: BotApiCall,
  { all }: Parameters = parameters,
  tooLong: CaptionTooLong = 'message caption is too long',
): Pick<MessageContent, 'caption' | 'caption_entities'> {
  const asText = new Parameters({
    text: all.caption,
    parse_mode: all.parse_mode,
    entities: all.caption_entities,
  })
  const { text, entities } = readOptionalText(asText, tooLong, (id) => emulator.store.people.get(id))
  if (text === '') return {}
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) }
}
