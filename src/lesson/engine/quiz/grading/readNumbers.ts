import { cleanText } from './cleanText.ts'

/** Where the digits 0–9 of other scripts begin: Arabic, Persian, Devanagari, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0xff10]

/** Arabic has marks of its own before decimals and between thousands. */
const withPlainMarks = (text: string): string => text.replaceAll('\u066b', '.').replaceAll('\u066c', "'")

const withPlainDigits = (text: string): string =>
  withPlainMarks(text).replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((start) => code >= start && code < start + 10)
    return zero === undefined ? digit : String(code - zero)
  })

const grouped = /^\d{1,3}(?:[ '’]\d{3})+(?=$|[.,])/
const plain = /^\d*(?:\.\d+)?$/

/** What digits with points and commas among them may mean. */
const readDigits = (digits: string): string[] => {
  const marks = digits.replace(/\d/g, '')
  const unmarked = (mark: string, text: string) => text.replaceAll(mark, '')
  const inThousands = (text: string, mark: string) =>
    new RegExp(`^[1-9]\\d{0,2}(?:\\${mark}\\d{3})+$`).test(text)
  if (marks === '') return [digits]
  const [first = '', last = first] = [marks[0], marks.at(-1)]
  if (marks.length === 1) {
    const decimal = digits.replace(',', '.')
    // 1,234 is a thousand and more to some, a little more than one to others.
    return inThousands(digits, first) ? [decimal, unmarked(first, digits)] : [decimal]
  }
  if (first === last) return inThousands(digits, first) ? [unmarked(first, digits)] : []
  const place = digits.lastIndexOf(last)
  const [whole, rest] = [digits.slice(0, place), digits.slice(place + 1)]
  return inThousands(whole, first) ? [`${unmarked(first, whole)}.${rest}`] : []
}

/**
 * The numbers that somebody may have meant: `3.14`, `3,14`, `-2`, `−2`, `1 000`, `1,234.5`, `2e3`. A point or comma
 * before exactly three digits may part thousands or decimals, so both count. Empty: it is no number.
 */
export const readNumbers = (written: string): number[] => {
  const text = withPlainDigits(cleanText(written)).replace(/^[−–—﹣－]/, '-')
  const [, sign, body = '', power = '0'] = /^([+-]?) ?([\d.,' ’]+?)(?:[eE]([+-]?\d{1,3}))?$/.exec(text) ?? []
  if (sign === undefined) return []
  const digits = grouped.test(body) ? body.replaceAll(/[ '’]/g, '') : body
  return readDigits(digits)
    .filter((number) => plain.test(number) && /\d/.test(number))
    .map((number) => Number(`${sign === '-' ? '-' : ''}${number}e${power}`))
    .filter(Number.isFinite)
}
