import type { MessageEntity } from '@grammyjs/types'

import { badRequest } from '../../botApiError.ts'
import { checkRange, cleanText } from './cleanText.ts'
import { addFound, fixEntities } from './fixEntities.ts'
import { endOf, sortEntities } from './order.ts'
import { findEntities } from '../detect/findEntities.ts'
import { LIMITS } from '../limits.ts'

export interface FormattedText {
  text: string
  entities: MessageEntity[]
}

/** Looks like nothing, though it is not trimmed. */
const INVISIBLE =
  /^[ \n\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufffc\ufeff\u00a0\u{e0000}-\u{e007f}]*$/u

/**
 * Cleans, trims and completes a text as TDLib does before it sends it. `mayBeEmpty` is for captions: what is white
 * space alone is as no text, and one of invisible characters stays.
 */
export function fixText(given: FormattedText, mayBeEmpty: boolean): FormattedText {
  if (!given.text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8')
  for (const entity of given.entities) checkRange(entity)
  const whole = fixEntities(given.entities.filter(({ length }) => length > 0))
  const clean = cleanText(given.text, whole)
  const fixed = fixEntities(clean.entities.filter(({ length }) => length > 0))
  const { text, entities } = trim(clean.text, fixed)
  if (!mayBeEmpty && INVISIBLE.test(text)) throw badRequest('text must be non-empty')
  return { text, entities: addFound(entities.slice(0, LIMITS.entities), findEntities(text)) }
}

/** Spaces and line feeds go at both ends; at the beginning those alone that no entity holds. */
function trim(given: string, entities: readonly MessageEntity[]): FormattedText {
  const kept = given.replace(/[ \n]+$/, '')
  if (kept === '') return { text: '', entities: [] }
  const inside = entities
    .filter(({ offset }) => offset < kept.length)
    .map((entity) => ({ ...entity, length: Math.min(endOf(entity), kept.length) - entity.offset }))
  const blank = /^[ \n]*/.exec(kept)?.[0].length ?? 0
  const cut = Math.min(blank, inside[0]?.offset ?? blank)
  return {
    text: kept.slice(cut),
    entities: sortEntities(inside).map((entity) => ({ ...entity, offset: entity.offset - cut })),
  }
}
