import type { RichText, TextEntity } from '../render/text/richText.ts'

const end = ({ offset, length }: TextEntity) => offset + length
const isCode = ({ type }: TextEntity) => type === 'pre' || type === 'code'
const isQuote = ({ type }: TextEntity) => type === 'blockquote' || type === 'expandable_blockquote'
const isSole = (entity: TextEntity) => isCode(entity) || entity.type === 'text_link'

const pairProblem = (a: TextEntity, b: TextEntity): string | null => {
  if (end(a) <= b.offset || end(b) <= a.offset) return null
  const isNested = (a.offset <= b.offset && end(b) <= end(a)) || (b.offset <= a.offset && end(a) <= end(b))
  if (!isNested) return `${a.type} and ${b.type} overlap`
  if (a.type === b.type) return `${a.type} inside itself`
  if (isSole(a) && isSole(b)) return `${a.type} together with ${b.type}`
  if (isQuote(a) && isQuote(b)) return `${a.type} together with ${b.type}`
  const isQuoted = isQuote(a) || isQuote(b)
  return !isQuoted && (isCode(a) || isCode(b)) ? `${a.type} together with ${b.type}` : null
}

/**
 * What Telegram would refuse, ignore or change in a message, or in a caption of `limit` characters; written
 * apart from the code it judges.
 */
export const textProblems = ({ text, entities }: RichText, limit = 4096): string[] => {
  const problems: (string | null)[] = [
    text.length > limit ? `${text.length} characters` : null,
    entities.length > 100 ? `${entities.length} entities` : null,
    text.trim() === '' ? 'empty' : null,
    text !== text.trimEnd() ? 'space at the end' : null,
    text.isWellFormed() ? null : 'lone surrogate',
    // eslint-disable-next-line no-control-regex -- looks for them
    /[\u0000-\u0009\u000b-\u001f]/.test(text) ? 'control character' : null,
  ]
  entities.forEach((entity, index) => {
    if (entity.offset < 0 || entity.length <= 0 || end(entity) > text.length)
      problems.push(`${entity.type} out of bounds`)
    if (text.slice(entity.offset, end(entity)).trim() === '') problems.push(`${entity.type} of nothing`)
    if (index > 0 && (entities[index - 1]?.offset ?? 0) > entity.offset) problems.push('out of order')
    for (const other of entities.slice(index + 1)) problems.push(pairProblem(entity, other))
  })
  return problems.filter((problem) => problem !== null)
}
