import { isObject } from './fields.ts'
import { LIMITS } from './validate/limits.ts'

const SPACE = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\]|\\.)*"/sy
const BRACKETS_AND_STRINGS = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs
const TOKEN = /[^\s,[\]{}"]+/y

/** As JSON.parse, but what lies more than 100 levels deep is refused, as at the real server. */
export function parseJson(text: string): unknown {
  if (depthOf(text) > LIMITS.jsonDepth) throw new Error('Too big object depth')
  return JSON.parse(text)
}

export interface JsonBody {
  values: Record<string, unknown>
  /** Set if not all of the body could be read. */
  problem?: string
}

/**
 * The parameters in a JSON body. The real server does not complain of a broken one: what stands before the break
 * counts. A body that is a string is the parameter `content`.
 */
export function readJsonBody(text: string): JsonBody {
  try {
    // The body's own braces do not count.
    if (depthOf(text) <= LIMITS.jsonDepth + 1) {
      const value: unknown = JSON.parse(text)
      if (isObject(value)) return { values: value }
      if (typeof value === 'string') return { values: { content: value } }
    }
  } catch {
    // Read as far as it goes, below.
  }
  const values = new Map<string, unknown>()
  const isWhole = readFields(text, values)
  const last = [...values.keys()].at(-1)
  return {
    values: Object.fromEntries(values),
    ...(!isWhole && { problem: `the JSON body breaks off ${last ? `after "${last}"` : 'at its beginning'}` }),
  }
}

/** Collects the fields up to the end or the first that cannot be read. Answers whether the end was reached. */
function readFields(text: string, values: Map<string, unknown>): boolean {
  let at = skip(text, 0)
  if (text[at] !== '{') return false
  at = skip(text, at + 1)
  while (text[at] !== '}') {
    const key = match(STRING, text, at)
    at = skip(text, at + key.length)
    if (key === '' || text[at] !== ':') return false
    at = skip(text, at + 1)
    const raw = valueAt(text, at)
    try {
      const name = String(JSON.parse(key))
      const value = parseJson(raw)
      if (!values.has(name)) values.set(name, value)
    } catch {
      return false
    }
    at = skip(text, at + raw.length)
    if (text[at] === ',') at = skip(text, at + 1)
    else if (text[at] !== '}') return false
  }
  return true
}

/** The text of the value that begins here; the empty string if none does. */
function valueAt(text: string, at: number): string {
  if (text[at] !== '{' && text[at] !== '[') return match(STRING, text, at) || match(TOKEN, text, at)
  let depth = 0
  BRACKETS_AND_STRINGS.lastIndex = at
  for (let found = BRACKETS_AND_STRINGS.exec(text); found; found = BRACKETS_AND_STRINGS.exec(text)) {
    const [symbol] = found
    if (symbol === '{' || symbol === '[') depth += 1
    else if (symbol === '}' || symbol === ']') depth -= 1
    if (depth === 0) return text.slice(at, found.index + 1)
  }
  return ''
}

function skip(text: string, at: number): number {
  return at + match(SPACE, text, at).length
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === 0x5c) at += 1
      else if (code === 0x22) isInString = false
    } else if (code === 0x22) isInString = true
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth)
    else if (code === 0x5d || code === 0x7d) depth -= 1
  }
  return deepest
}
