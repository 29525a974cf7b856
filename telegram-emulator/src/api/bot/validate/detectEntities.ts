import type { MessageEntity } from '@grammyjs/types'

import { addFound } from './entities/fixEntities.ts'
import { findEntities } from './detect/findEntities.ts'

/** The commands, links, mentions, tags and numbers that Telegram marks in a text, added to the given entities. */
export function detectEntities(text: string, given: readonly MessageEntity[]): MessageEntity[] {
  return addFound(given, findEntities(text))
}
