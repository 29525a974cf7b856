import type { MessageEntity } from '@grammyjs/types'

import { badRequest } from '../../botApiError.ts'
import { endOf } from './order.ts'

// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\t\v\f\x0e-\x1f]/
/** Line and paragraph separators, marks that change the direction of writing, strokes over and under letters. */
const REMOVED = /\r|[\u2028-\u202e]|\u0333|\u033f|\u030a/
const MAX_OFFSET = 1_000_000

/**
 * Control characters become spaces, some characters go, and the entities move along. The entities are sorted;
 * they are checked against the text on the way, each complaint in the words of TDLib.
 */
export function cleanText(
  given: string,
  entities: readonly MessageEntity[],
): { text: string; entities: MessageEntity[] } {
  const moved: MessageEntity[] = entities.map((entity) => ({ ...entity }))
  const open: { entity: MessageEntity; removedBefore: number }[] = []
  let next = 0
  let offset = 0
  let removed = 0
  let bytes = 0
  let text = ''

  const meetEntities = () => {
    for (let inner = open.at(-1); inner && offset >= endOf(inner.entity); inner = open.at(-1)) {
      const { entity, removedBefore } = inner
      if (offset !== endOf(entity)) {
        throw badRequest(
          `entity beginning at UTF-16 offset ${entity.offset} ends in a middle of a UTF-16 symbol ` +
            `at byte offset ${bytes}`,
        )
      }
      entity.offset -= removedBefore
      entity.length -= removed - removedBefore
      open.pop()
    }
    for (let entity = moved[next]; entity && offset >= entity.offset; entity = moved[++next]) {
      if (offset !== entity.offset)
        throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytes}`)
      open.push({ entity, removedBefore: removed })
    }
  }

  for (const character of given) {
    meetEntities()
    offset += character.length
    bytes += Buffer.byteLength(character)
    if (REMOVED.test(character)) removed += 1
    else text += CONTROL.test(character) ? ' ' : character
  }
  meetEntities()

  const unmet = moved[next]
  if (unmet) throw badRequest(`entity begins after the end of the text at UTF-16 offset ${unmet.offset}`)
  const unclosed = open.at(-1)?.entity
  if (unclosed) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${unclosed.offset} ends after the end of the text ` +
        `at UTF-16 offset ${endOf(unclosed)}`,
    )
  }
  return { text: withoutMarkRuns(text), entities: moved }
}

/** Of several marks of direction in a row the last counts; the others become characters without width. */
function withoutMarkRuns(text: string): string {
  return text.replace(/[\u200e\u200f]+(?=[\u200e\u200f])/g, (run) => '\u200c'.repeat(run.length))
}

export function checkRange({ offset, length }: MessageEntity): void {
  if (offset < 0 || offset > MAX_OFFSET) throw badRequest(`receive an entity with incorrect offset ${offset}`)
  if (length < 0 || length > MAX_OFFSET) throw badRequest(`receive an entity with incorrect length ${length}`)
}
