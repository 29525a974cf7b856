import type { RichText, TextEntity } from './richText.ts'

/** A part of a text, with the entities cut where it is cut. */
export const sliceText = (rich: RichText, start: number, end: number): RichText => {
  const entities: TextEntity[] = []
  for (const entity of rich.entities) {
    const from = Math.max(entity.offset, start)
    const to = Math.min(entity.offset + entity.length, end)
    if (from < to) entities.push({ ...entity, offset: from - start, length: to - from })
  }
  return { text: rich.text.slice(start, end), entities }
}
