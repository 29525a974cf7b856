const written = /^\d{1,7}(?:[.,]\d{1,3})?$/

/** Points as people write them, with a point or a comma; null: no number. */
export const scoreFrom = (text: string): number | null => {
  const trimmed = text.trim()
  return written.test(trimmed) ? Number(trimmed.replace(',', '.')) : null
}
