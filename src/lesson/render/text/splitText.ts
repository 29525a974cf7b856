import { findCut } from './findCut.ts'
import { normalizeEntities } from './normalizeEntities.ts'
import type { RichText, TextEntity } from './richText.ts'
import { sliceText } from './sliceText.ts'

/** Telegram refuses longer texts and ignores further entities. */
const messageLimits = { length: 4096, entities: 100 } as const

/** A message of these alone is empty to Telegram. */
const hasVisible = /[^\s\p{Z}\p{Cc}\p{Cf}]/u

/** Beyond this nothing has a say in where a message ends. */
const reach = 2 * messageLimits.length + 256

/** How much outer space Telegram would take away too; indentation of code stays, blank lines go. */
const leadOf = ({ text, entities }: RichText): number => {
  const lead = text.length - text.trimStart().length
  if (lead === 0) return 0
  const blankLines = text.lastIndexOf('\n', lead - 1) + 1
  return Math.max(blankLines, Math.min(lead, entities[0]?.offset ?? lead))
}

const trimEnds = (rich: RichText): RichText => sliceText(rich, leadOf(rich), rich.text.trimEnd().length)

/** What stands from a position on, as far as it matters. Positions only ever rise. */
const viewOf = (rich: RichText): ((at: number) => RichText) => {
  let open: TextEntity[] = []
  let next = 0
  return (at) => {
    const end = Math.min(rich.text.length, at + reach)
    for (let entity = rich.entities[next]; entity !== undefined && entity.offset < end; next += 1) {
      open.push(entity)
      entity = rich.entities[next + 1]
    }
    open = open.filter(({ offset, length }) => offset + length > at)
    return sliceText({ text: rich.text, entities: open }, at, end)
  }
}

/** A text of any length as texts that each fit into a message, entities legal and carried on. */
export const splitText = (rich: RichText): RichText[] => {
  const parts: RichText[] = []
  const whole = trimEnds(normalizeEntities(rich))
  const isShort = whole.text.length <= messageLimits.length && whole.entities.length <= messageLimits.entities
  if (isShort) return hasVisible.test(whole.text) ? [whole] : []
  const view = viewOf(whole)
  for (let at = 0; at < whole.text.length;) {
    const lead = leadOf(view(at))
    const rest = view(at + lead)
    const max = Math.min(messageLimits.length, rest.entities[messageLimits.entities]?.offset ?? Infinity)
    const cut = rest.text.length <= max ? rest.text.length : findCut(rest, max)
    // A cut leaves spaces at its edges, and styles that hold nothing else.
    const part = trimEnds(normalizeEntities(sliceText(rest, 0, cut)))
    if (hasVisible.test(part.text)) parts.push(part)
    at += lead + cut
  }
  return parts
}
