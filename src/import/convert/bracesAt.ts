/** `{alt='…' width="60%"}`, `{: .callout}`, `{#id}`, `{-}`; braces that hold no attributes are text. */
const braces =
  /\{:?[ \t]*(?=[.#\w-][\w-]*[ \t}.#=]|-\})((?:"[^"{}]{0,3000}"|'(?:[^'{}]|(?<=\w)'(?=\w)){0,3000}'|[^{}"']){0,500})\}/y
const attribute = /\s*(?:[.#][\w:-]+(?=[\s.#]|$)|[\w-]+=(?:"[^"]*"|'[^]*'|[^\s"']*)(?=\s|$)|-(?=\s|$))/y

/** One after the other, and never back: on hostile text a pattern for all of them at once would try every division. */
const isAttributes = (text: string): boolean => {
  let end = 0
  attribute.lastIndex = 0
  while (attribute.test(text)) end = attribute.lastIndex
  return end > 0 && text.slice(end).trim() === ''
}

/** Attributes that begin at this place, and where they end; null when there are none. */
export const bracesAt = (source: string, offset: number): { text: string; end: number } | null => {
  braces.lastIndex = offset
  const found = braces.exec(source)
  if (found === null || !isAttributes(found[1] ?? '')) return null
  return { text: found[1] ?? '', end: braces.lastIndex }
}
