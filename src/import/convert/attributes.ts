/** Classes and attributes as Pandoc and kramdown write them: `.challenge #id alt='…'`, `challenge`, `{: .callout}`. */
export type Attributes = { classes: string[]; values: Record<string, string> }

const part =
  /\s*(?:\.([\w-]+)|#([\w:.-]+)|([\w-]+)=(?:"([^"]*)"|'((?:[^']|(?<=\w)'(?=\w))*)'|([^\s}]+))|([\w-]+)|.)/gy

export const readAttributes = (text: string): Attributes => {
  const attributes: Attributes = { classes: [], values: {} }
  part.lastIndex = 0
  for (const [, dotted, id, key, double, single, bare, word] of text.trim().matchAll(part)) {
    const name = dotted ?? word
    if (name !== undefined) attributes.classes.push(name.toLowerCase())
    else if (id !== undefined) attributes.values.id = id
    else if (key !== undefined) attributes.values[key] = double ?? single ?? bare ?? ''
  }
  return attributes
}
