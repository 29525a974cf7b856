/** A type of the generated schema, read from its text. */
export type ValueType =
  | { kind: 'string' | 'integer' | 'number' | 'boolean' | 'file' }
  | { kind: 'literal'; text: string }
  | { kind: 'object'; name: string }
  | { kind: 'array'; of: ValueType }
  | { kind: 'union'; of: ValueType[] }

/** Reads such as `integer|string`, `MessageEntity[]`, `(A|B)[]`, `'photo'`. */
export function readType(text: string): ValueType {
  const parts = splitUnion(text)
  if (parts.length > 1) return { kind: 'union', of: parts.map(readType) }
  if (text.endsWith('[]')) return { kind: 'array', of: readType(text.slice(0, -2)) }
  if (text.startsWith('(')) return readType(text.slice(1, -1))
  if (text.startsWith("'")) return { kind: 'literal', text: text.slice(1, -1) }
  if (text === 'InputFile') return { kind: 'file' }
  if (text === 'string' || text === 'integer' || text === 'number' || text === 'boolean')
    return { kind: text }
  return { kind: 'object', name: text }
}

/** At the bars that stand in no parentheses. */
function splitUnion(text: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const symbol of text) {
    if (symbol === '(') depth += 1
    if (symbol === ')') depth -= 1
    if (symbol === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += symbol
  }
  return parts
}
