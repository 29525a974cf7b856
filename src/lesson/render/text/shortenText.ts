/** One line of at most `max` characters as people count them. */
export const shortenText = (text: string, max: number): string => {
  const line = text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (line.length <= max) return line
  const seen = Array.from(
    new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line.slice(0, max * 8)),
  )
  if (seen.length <= max) return line.length <= max * 8 ? line : `${line.slice(0, max).toWellFormed()}…`
  return `${seen
    .slice(0, max - 1)
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()}…`
}
