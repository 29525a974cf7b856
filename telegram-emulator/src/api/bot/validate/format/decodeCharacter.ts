const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }
const LONGEST_NUMERIC = 9

/** One UTF-16 unit, or what a character reference stands for; the semicolon may be missing. */
export function decodeCharacter(text: string, index: number): { value: string; end: number } {
  const plain = { value: text.charAt(index), end: index + 1 }
  if (plain.value !== '&') return plain
  const pattern = /&(?:#x([\dA-Fa-f]*)|#(\d*)|([A-Za-z]*))/y
  pattern.lastIndex = index
  const [reference = '', hex, decimal, name = ''] = pattern.exec(text) ?? []
  const digits = hex ?? decimal
  const value =
    digits === undefined ? NAMED[name] : fromCode(Number.parseInt(digits, hex === undefined ? 10 : 16))
  if (!value || (digits !== undefined && reference.length > LONGEST_NUMERIC)) return plain
  const end = index + reference.length
  return { value, end: text[end] === ';' ? end + 1 : end }
}

function fromCode(code: number): string | undefined {
  return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : undefined
}
