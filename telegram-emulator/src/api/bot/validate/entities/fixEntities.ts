import type { MessageEntity } from '@grammyjs/types'

import { isContinuous, isOpaque, isQuote, isStyle, type Style } from './kinds.ts'
import { endOf, sortEntities } from './order.ts'
import { splitStyles } from './splitStyles.ts'

/** Brings entities into an order in which they nest properly: what crosses is dropped or, if a style, cut. */
export function fixEntities(given: readonly MessageEntity[]): MessageEntity[] {
  const entities = sortEntities(given)
  if (isProper(entities)) return entities
  const { styles, quotes, others } = byKind(entities)
  return combine(styles, withoutCrossing(quotes), withoutCrossing(others))
}

/** Adds what was found in the text itself; it yields to the entities that are there. */
export function addFound(
  entities: readonly MessageEntity[],
  found: readonly MessageEntity[],
): MessageEntity[] {
  if (found.length === 0) return [...entities]
  const { styles, quotes, others } = byKind(entities)
  const free = outsideQuoteEdges(found, quotes).filter(
    (entity) => !others.some((other) => entity.offset < endOf(other) && other.offset < endOf(entity)),
  )
  return combine(styles, quotes, sortEntities([...others, ...free]))
}

function byKind(entities: readonly MessageEntity[]) {
  return {
    styles: entities.filter(isStyle),
    quotes: entities.filter(isQuote),
    others: entities.filter((entity) => !isStyle(entity) && !isQuote(entity)),
  }
}

function combine(
  styles: readonly (MessageEntity & { type: Style })[],
  quotes: readonly MessageEntity[],
  others: readonly MessageEntity[],
): MessageEntity[] {
  const whole = sortEntities([...outsideQuoteEdges(others, quotes), ...quotes])
  return styles.length === 0 ? whole : sortEntities([...whole, ...splitStyles(styles, whole)])
}

/** The first of those that share text stays. */
export function withoutCrossing(entities: readonly MessageEntity[]): MessageEntity[] {
  let end = 0
  return entities.filter((entity) => {
    if (entity.offset < end) return false
    end = endOf(entity)
    return true
  })
}

/** An entity lies in a quote or outside it. */
function outsideQuoteEdges(
  entities: readonly MessageEntity[],
  quotes: readonly MessageEntity[],
): MessageEntity[] {
  return entities.filter((entity) => {
    const quote = quotes.find((quote) => endOf(quote) > entity.offset)
    if (!quote || quote.offset >= endOf(entity)) return true
    return quote.offset <= entity.offset && endOf(entity) <= endOf(quote)
  })
}

function isProper(entities: readonly MessageEntity[]): boolean {
  const around: MessageEntity[] = []
  const endOfStyle = new Map<Style, number>()
  for (const entity of entities) {
    while (around.length > 0 && entity.offset >= endOf(around.at(-1) ?? entity)) around.pop()
    const parent = around.at(-1)
    if (parent && !mayHold(around, parent, entity)) return false
    if (isStyle(entity)) {
      if ((endOfStyle.get(entity.type) ?? -1) >= entity.offset) return false
      endOfStyle.set(entity.type, endOf(entity))
    }
    around.push(entity)
  }
  return true
}

function mayHold(around: readonly MessageEntity[], parent: MessageEntity, entity: MessageEntity): boolean {
  if (endOf(entity) > endOf(parent) || isOpaque(parent)) return false
  if (around.some((outer) => outer.type === entity.type || isStyle(outer))) return false
  if (isOpaque(entity)) return around.every(isQuote)
  if (isContinuous(entity) || isQuote(entity)) {
    if (around.some(isContinuous)) return false
  }
  return !(isQuote(entity) && around.some(isQuote))
}
