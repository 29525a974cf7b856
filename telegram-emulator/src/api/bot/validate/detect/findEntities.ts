import type { MessageEntity } from '@grammyjs/types'

import { withoutCrossing } from '../entities/fixEntities.ts'
import { sortEntities } from '../entities/order.ts'
import { findAppLinks, findLinks } from './findLinks.ts'
import { findPhoneNumbers } from './findPhoneNumbers.ts'
import { findBotCommands, findCashtags, findHashtags, findMentions } from './findTags.ts'

const FINDERS = [
  ['mention', findMentions],
  ['bot_command', findBotCommands],
  ['hashtag', findHashtags],
  ['cashtag', findCashtags],
  ['phone_number', findPhoneNumbers],
] as const

/** What Telegram marks in a text by itself. It finds numbers of bank cards too, but does not tell bots of them. */
export function findEntities(text: string): MessageEntity[] {
  const found: MessageEntity[] = FINDERS.flatMap(([type, find]) =>
    find(text).map((span) => ({ type, ...span })),
  )
  return withoutCrossing(sortEntities([...found, ...findAppLinks(text), ...findLinks(text)]))
}
