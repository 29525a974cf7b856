import { findCut } from './findCut.ts'
import { normalizeEntities } from './normalizeEntities.ts'
import type { RichText } from './richText.ts'
import { sliceText } from './sliceText.ts'

/** Telegram refuses longer texts and ignores further entities. */
const messageLimits = { length: 4096, entities: 100 } as const

/** A message of these alone is empty to Telegram. */
const hasVisible = /[^\s\p{Z}\p{Cc}\p{Cf}]/u

/** Without the outer space that Telegram would take away too; indentation of code stays, blank lines go. */
const trimEnds = ({ text, entities }: RichText): RichText => {
  const lead = text.length - text.trimStart().length
  const blankLines = text.lastIndexOf('\n', lead - 1) + 1
  const start = lead === 0 ? 0 : Math.max(blankLines, Math.min(lead, entities[0]?.offset ?? lead))
  return sliceText({ text, entities }, start, text.trimEnd().length)
}

/** A text of any length as texts that each fit into a message, entities legal and carried on. */
export const splitText = (rich: RichText): RichText[] => {
  const parts: RichText[] = []
  let rest = trimEnds(normalizeEntities(rich))
  while (rest.text !== '') {
    const max = Math.min(messageLimits.length, rest.entities[messageLimits.entities]?.offset ?? Infinity)
    const cut = rest.text.length <= max ? rest.text.length : findCut(rest, max)
    // A cut leaves spaces at its edges, and styles that hold nothing else.
    const part = trimEnds(normalizeEntities(sliceText(rest, 0, cut)))
    if (hasVisible.test(part.text)) parts.push(part)
    rest = trimEnds(normalizeEntities(sliceText(rest, cut, rest.text.length)))
  }
  return parts
}
