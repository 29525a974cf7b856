import type { MessageEntity, TextQuote } from '@grammyjs/types'

import { messageText } from '../../../state/messageText.ts'
import type { ChatMessage } from '../../../state/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import type { Fields } from '../fields.ts'
import { Parameters } from '../parameters.ts'
import { fixEntities } from './entities/fixEntities.ts'
import type { FormattedText } from './entities/fixText.ts'
import { isStyle } from './entities/kinds.ts'
import { endOf } from './entities/order.ts'
import { LIMITS } from './limits.ts'
import { readOptionalText } from './readText.ts'

/** The part of the message that a reply quotes: with the same styles, the same emoji and the same dates. */
export function readQuote(
  { emulator }: BotApiCall,
  message: ChatMessage,
  { quote, quote_parse_mode, quote_entities, quote_position }: Fields,
): TextQuote | undefined {
  const given = new Parameters({ text: quote, parse_mode: quote_parse_mode, entities: quote_entities })
  const { text, entities } = readOptionalText(given, 'message is too long', (id) =>
    emulator.store.people.get(id),
  )
  if (text === '') return undefined
  const wanted = { text, entities: quotedEntities(entities, 0, text.length) }
  const whole = {
    text: messageText(message),
    entities: message.entities ?? message.caption_entities ?? [],
  }
  const position = findQuote(whole, wanted, Number(quote_position ?? 0))
  if (position === undefined || text.length > LIMITS.quote) throw badRequest('QUOTE_TEXT_INVALID')
  return {
    text,
    ...(wanted.entities.length > 0 && { entities: wanted.entities }),
    position,
    is_manual: true,
  }
}

/** Where it is said to be, else the first place. */
function findQuote(whole: FormattedText, quote: FormattedText, expected: number): number | undefined {
  const key = JSON.stringify(quote.entities)
  const fits = (position: number) =>
    whole.text.startsWith(quote.text, position) &&
    JSON.stringify(quotedEntities(whole.entities, position, position + quote.text.length)) === key
  if (fits(expected)) return expected
  for (let at = whole.text.indexOf(quote.text); at >= 0; at = whole.text.indexOf(quote.text, at + 1))
    if (fits(at)) return at
  return undefined
}

/** What a quote keeps of the entities between two places. */
function quotedEntities(entities: readonly MessageEntity[], begin: number, end: number): MessageEntity[] {
  const inside = entities
    .filter((entity) => isStyle(entity) || entity.type === 'custom_emoji' || entity.type === 'date_time')
    .map((entity) => {
      const from = Math.max(entity.offset, begin)
      return { ...entity, offset: from - begin, length: Math.min(endOf(entity), end) - from }
    })
  return fixEntities(inside.filter(({ length }) => length > 0))
}
