import type { Nodes, Root } from 'mdast'

import { readAttributes, type Attributes } from './attributes.ts'
import type { Finding } from './finding.ts'

/**
 * Fenced divs (`::: challenge` … `:::`), kramdown's attribute lists (`{: .challenge}` below a quote) and Liquid's
 * tags are no Markdown. Their lines become HTML comments, one for one, so that the parser leaves them where they
 * stand and every line keeps its number.
 */
export type MarkedSource = { text: string; divs: Attributes[]; findings: Finding[] }

export const divMark = /^gongbu:(open|close|class):(\d+)$/

// Matched against lines without white space at their ends.
const divLine = /^([ \t>]*):{3,}(.*)$/
const classLine = /^([ \t>]*)\{:(.*)\}$/
const liquidLine = /^[ \t]*\{%.*%\}$/

/** `tip[Title]`, `tip Title`, `tip`; what is in braces is Pandoc's. */
const named = /^([\w-]+)[ \t]*(?:\[(.*)\]|([^[{].*?))?[ \t]*(\{.*\})?$/

const readName = (text: string): Attributes => {
  const [, kind, bracketed, words, braces = ''] = named.exec(text) ?? []
  const attributes = readAttributes((kind === undefined ? text : braces).replace(/^\{:?(.*)\}$/, '$1'))
  const title = (bracketed ?? words ?? '').replace(/[*_`]/g, '').trim()
  return {
    classes: [...(kind === undefined ? [] : [kind.toLowerCase()]), ...attributes.classes],
    values: { ...attributes.values, ...(title !== '' && { title }) },
  }
}

const figureTag = /^[ \t]*\{%-?\s*include\s+\S*(?:fig|image|img|picture)\S*\s+(.*?)-?%\}$/i
const addressNames = ['file', 'src', 'path', 'filename', 'image', 'url']

/** `{% include figure.html file="owl.png" alt="…" caption="…" %}` as a picture of Markdown. */
const readFigure = (line: string): string | null => {
  const { values } = readAttributes(figureTag.exec(line)?.[1] ?? '')
  const address = addressNames.map((name) => values[name]).find((value) => value)
  if (address === undefined) return null
  const escape = (text = '') => text.replace(/[\\[\]`*_<$"]/g, '\\$&')
  return `![${escape(values.alt)}](<${address}> "${escape(values.caption ?? values.title)}")`
}

/** The lines, 1-based, that the parser takes for code. */
const findCodeLines = (node: Nodes, lines = new Set<number>()): Set<number> => {
  if ((node.type === 'code' || node.type === 'math') && node.position)
    for (let line = node.position.start.line; line <= node.position.end.line; line++) lines.add(line)
  else if ('children' in node) for (const child of node.children) findCodeLines(child, lines)
  return lines
}

export const markDivs = (source: string, parsed: Root, file: string): MarkedSource => {
  const divs: Attributes[] = []
  const findings: Finding[] = []
  const open: { index: number; line: number }[] = []
  const code = findCodeLines(parsed)

  const mark = (kind: string, index: number, prefix = '') => `${prefix}<!--gongbu:${kind}:${index}-->`
  const add = (attributes: Attributes) => divs.push(attributes) - 1

  const markLine = (whole: string, number: number): string => {
    if (code.has(number)) return whole
    const line = whole.trimEnd()
    const div = divLine.exec(line)
    if (div) {
      const [, prefix, rest = ''] = div
      const name = rest.replace(/:+$/, '').trim()
      if (name !== '') {
        const index = add(readName(name))
        open.push({ index, line: number })
        return mark('open', index, prefix)
      }
      const ended = open.pop()
      if (ended) return mark('close', ended.index, prefix)
      findings.push({ code: 'strayDivEnd', file, line: number, what: ':::' })
      return ''
    }
    const classes = classLine.exec(line)
    if (classes) return mark('class', add(readAttributes(classes[2] ?? '')), classes[1])
    if (liquidLine.test(line)) {
      const figure = readFigure(line)
      if (figure !== null) return figure
      findings.push({ code: 'templateTag', file, line: number, what: line.trim() })
      return ''
    }
    return whole
  }

  const text = source
    .split('\n')
    .map((line, index) => markLine(line, index + 1))
    .join('\n')
  for (const { index, line } of open)
    findings.push({ code: 'divUnclosed', file, line, what: `::: ${divs[index]?.classes.join(' ') ?? ''}` })
  return { text, divs, findings }
}
