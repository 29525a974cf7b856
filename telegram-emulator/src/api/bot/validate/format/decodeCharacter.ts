const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** One UTF-16 unit, or what a character reference stands for; the semicolon may be missing. */
export function decodeCharacter(text: string, index: number): { value: string; end: number } {
  const plain = { value: text.charAt(index), end: index + 1 }
  if (plain.value !== '&') return plain
  const pattern = /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));?/iy
  pattern.lastIndex = index
  const match = pattern.exec(text)
  if (!match) return plain
  const [, hex, decimal, name] = match
  const value = name === undefined ? fromCode(hex ? Number.parseInt(hex, 16) : Number(decimal)) : NAMED[name]
  return value ? { value, end: pattern.lastIndex } : plain
}

function fromCode(code: number): string | undefined {
  const isHalf = code >= 0xd800 && code <= 0xdfff
  return code > 0 && code < 0x10ffff && !isHalf ? String.fromCodePoint(code) : undefined
}
