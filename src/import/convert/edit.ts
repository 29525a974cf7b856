/** A part of a source that reads differently, offsets as in the whole. */
export type Edit = { start: number; end: number; text: string }

/** Of edits that overlap the one that begins first counts. */
export const applyEdits = (source: string, edits: Edit[]): string => {
  const parts: string[] = []
  let done = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue
    parts.push(source.slice(done, start), text)
    done = end
  }
  return parts.join('') + source.slice(done)
}
