import type { RichText, TextEntity } from './richText.ts'

type Segment = { start: number; end: number; marks: Map<string, TextEntity> }
type OpenMark = { key: string; entity: TextEntity; start: number }

/** Of entities on the same characters, the one that is told first. */
const ranks = [
  ...['blockquote', 'expandable_blockquote', 'pre', 'text_link', 'code'],
  ...['bold', 'italic', 'underline', 'strikethrough', 'spoiler'],
]
const rankOf = ({ type }: TextEntity) => ranks.indexOf(type)

const keyOf = (entity: TextEntity): string => {
  if (entity.type === 'text_link') return `text_link ${entity.url}`
  return entity.type === 'pre' ? `pre ${entity.language ?? ''}` : entity.type
}

const isQuote = (type: string | undefined) => type === 'blockquote' || type === 'expandable_blockquote'

/**
 * What may stand together on one character: code blocks, links and inline code exclude each other (in this
 * order), code bears no other style, and a quotation may hold any of them, but no other quotation.
 */
const compatible = (active: readonly TextEntity[]): TextEntity[] => {
  const first = (type: TextEntity['type']) => active.find((entity) => entity.type === type)
  const sole = first('pre') ?? first('text_link') ?? first('code')
  const styles = (['bold', 'italic', 'underline', 'strikethrough', 'spoiler'] as const).map(first)
  const isCode = sole?.type === 'pre' || sole?.type === 'code'
  const quote = active.find((entity) => isQuote(entity.type))
  return [quote, sole, ...(isCode ? [] : styles)].filter((entity) => entity !== undefined)
}

const toSegments = ({ text, entities }: RichText): Segment[] => {
  const borders = new Set([0, text.length])
  for (const { offset, length } of entities) borders.add(offset).add(offset + length)
  const positions = [...borders].sort((a, b) => a - b)
  const waiting = [...entities].sort((a, b) => a.offset - b.offset)
  let active: TextEntity[] = []
  let next = 0
  return positions.slice(0, -1).map((start, index) => {
    active = active.filter((entity) => entity.offset + entity.length > start)
    for (let entity = waiting[next]; entity !== undefined && entity.offset <= start; entity = waiting[next]) {
      active.push(entity)
      next += 1
    }
    const marks = new Map(compatible(active).map((entity) => [keyOf(entity), entity]))
    return { start, end: positions[index + 1] ?? start, marks }
  })
}

/** Where each mark of each segment ends, for the longest to be opened first and so to enclose the others. */
const runEnds = (segments: readonly Segment[]): Map<string, number>[] => {
  const ends: Map<string, number>[] = []
  for (const { marks, end } of segments.toReversed()) {
    const following = ends.at(-1)
    ends.push(new Map([...marks.keys()].map((key) => [key, following?.get(key) ?? end])))
  }
  return ends.reverse()
}

/** Spaces at the edges of a style are no part of it; in code and quotations they are. */
const trimmed = (text: string, { entity, start }: OpenMark, end: number): TextEntity | null => {
  const covered = text.slice(start, end)
  if (covered.trim() === '') return null
  if (entity.type === 'pre' || entity.type === 'code' || isQuote(entity.type))
    return { ...entity, offset: start, length: end - start }
  const offset = start + covered.length - covered.trimStart().length
  return { ...entity, offset, length: covered.trim().length }
}

/**
 * Entities as Telegram wants them: each contained in or apart from every other, equal neighbours merged,
 * none empty, the outer before the inner.
 */
export const normalizeEntities = (rich: RichText): RichText => {
  if (rich.entities.length === 0) return rich
  const segments = toSegments(rich)
  const ends = runEnds(segments)
  const found: TextEntity[] = []
  const open: OpenMark[] = []
  const close = (from: number, end: number) => {
    for (const mark of open.splice(from)) {
      const entity = trimmed(rich.text, mark, end)
      if (entity !== null) found.push(entity)
    }
  }
  segments.forEach(({ start, marks }, index) => {
    // A quotation encloses whatever is in it: nothing reaches across its edges.
    const quote = [...marks.keys()].find(isQuote)
    const openQuote = isQuote(open[0]?.key) ? open[0]?.key : undefined
    const isEdge = quote !== openQuote
    const firstEnded = isEdge ? 0 : open.findIndex((mark) => !marks.has(mark.key))
    if (firstEnded >= 0) close(firstEnded, start)
    const endOf = (key: string) => ends[index]?.get(key) ?? start
    const opening = [...marks].filter(([key]) => !open.some((mark) => mark.key === key))
    opening.sort(([a], [b]) => Number(isQuote(b)) - Number(isQuote(a)) || endOf(b) - endOf(a))
    for (const [key, entity] of opening) open.push({ key, entity, start })
  })
  close(0, rich.text.length)
  found.sort((a, b) => a.offset - b.offset || b.length - a.length || rankOf(a) - rankOf(b))
  return { text: rich.text, entities: found }
}
