const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * A text cut near its middle: behind the `border` next to it, else between two characters that a person sees.
 * Null when it has not two of them.
 */
export const halveString = (text: string, border: RegExp | string): [string, string] | null => {
  const middle = Math.ceil(text.length / 2)
  const found = [...text.slice(middle, middle + 2000).matchAll(new RegExp(border, 'g'))][0]
  const behind = found === undefined ? text.length : middle + found.index + found[0].length
  if (behind < text.length) return [text.slice(0, behind), text.slice(behind)]
  const before = text.slice(0, middle).lastIndexOf(' ') + 1
  if (before > middle / 2) return [text.slice(0, before), text.slice(before)]
  const start = Math.max(0, middle - 1000)
  const seen = graphemes.segment(text.slice(start, middle + 1000)).containing(middle - start)
  const cut = seen === undefined || seen.index === 0 ? middle : start + seen.index
  // One grapheme longer than any: only its surrogate pairs can be kept.
  const pair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(cut - 1, cut + 1)) ? cut - 1 : cut
  return pair > 0 && pair < text.length ? [text.slice(0, pair), text.slice(pair)] : null
}
