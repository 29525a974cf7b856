/** A rich text as a bot would write it: it is checked as that. */
export type Inline = string | Inline[] | { type: string; text?: Inline; [field: string]: unknown }

/** Parts in one: strings that follow each other become one, and what is empty goes. */
export function joinInline(parts: readonly Inline[]): Inline {
  const joined: Inline[] = []
  for (const part of parts.flat() as Inline[]) {
    const last = joined.at(-1)
    if (part === '') continue
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  const [only = ''] = joined
  return joined.length > 1 ? joined : only
}

/** Without the spaces and line feeds at its end, however deep they stand. */
export function trimEnd(text: Inline): Inline {
  if (typeof text === 'string') return text.replace(/[ \n]+$/, '')
  if (Array.isArray(text)) {
    const last = text.at(-1)
    if (last === undefined) return ''
    const trimmed = trimEnd(last)
    if (trimmed === '') return trimEnd(text.slice(0, -1))
    return joinInline([...text.slice(0, -1), trimmed])
  }
  if (text.text === undefined) return text
  const trimmed = trimEnd(text.text)
  return trimmed === '' ? '' : { ...text, text: trimmed }
}
