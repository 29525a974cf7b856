import type { RichText } from './richText.ts'

/** Puts `indent` after each line feed; the first line stands behind a marker of its own. */
export const indentLines = (rich: RichText, indent: string): RichText => {
  const feeds = Array.from(rich.text.matchAll(/\n/g), (match) => match.index)
  const feedsBefore = (position: number) => {
    let low = 0
    let high = feeds.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((feeds[middle] ?? position) < position) low = middle + 1
      else high = middle
    }
    return low
  }
  const moved = (position: number) => position + indent.length * feedsBefore(position)
  return {
    text: rich.text.replaceAll('\n', () => `\n${indent}`),
    entities: rich.entities.map((entity) => {
      const offset = moved(entity.offset)
      return { ...entity, offset, length: moved(entity.offset + entity.length) - offset }
    }),
  }
}
