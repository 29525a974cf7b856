/**
 * So much of what a person wrote as can be kept: Postgres takes neither a NUL nor half a surrogate pair, and
 * cutting may leave such a half.
 */
export const cleanText = (text: string, max: number): string => {
  if (text.length <= max && text.isWellFormed() && !text.includes('\0')) return text
  const cut = text.replaceAll('\0', '').slice(0, max)
  return cut.isWellFormed() ? cut : cut.toWellFormed().replace(/\uFFFD$/, '')
}
