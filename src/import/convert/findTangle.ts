/** Quotes and lists in one another: far more than anybody reads, far less than what takes a parser minutes. */
const maxDepth = 60
const maxColumns = 500

const marker = '(?:>|[-*+]|\\d{1,9}[.)])'
const deepLine = new RegExp(`^(?:[ \\t]*${marker}(?=[ \\t>]|$)){${maxDepth}}|^(?:[ \\t]*>){${maxDepth}}`)
const itemLine = new RegExp(`^([ \\t]*)${marker}(?:[ \\t]|$)`)
const divLine = /^[ \t>]*:{3,}[ \t]*(\S?)/
const delimiterRow = new RegExp(`^[ \\t>|:-]*(?:-[ \\t:]*\\|[ \\t:]*){${maxColumns}}`)

/** The line where a text is nested so deep, or has a table so wide, that reading it would take minutes. */
export const findTangle = (source: string): number | null => {
  const indents: number[] = []
  let divs = 0
  for (const [index, line] of source.split('\n').entries()) {
    if (deepLine.test(line) || delimiterRow.test(line)) return index + 1
    const [, indent] = itemLine.exec(line) ?? []
    if (indent !== undefined) {
      while (indents.length > 0 && indents.at(-1)! >= indent.length) indents.pop()
      if (indents.push(indent.length) > maxDepth) return index + 1
    }
    const div = divLine.exec(line)
    if (div) divs += div[1] ? 1 : -1
    if (divs > maxDepth) return index + 1
  }
  return null
}
