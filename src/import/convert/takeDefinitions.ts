import type { Nodes, Parents, Root } from 'mdast'

import { bracesAt } from './bracesAt.ts'
import type { Edit } from './edit.ts'

const rangeOf = ({ position }: Nodes): [start: number, end: number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
]

const definition = /^[ \t>]*:[ \t]+(?=\S)/
const spans = /\[([^[\]\n]+)\](?=\{)/g

/** `[words]{#place .class}`: the words alone. */
const takeSpans = (node: Nodes, source: string, edits: Edit[]): void => {
  const [start, end] = rangeOf(node)
  for (const found of source.slice(start, end).matchAll(spans)) {
    const at = start + found.index
    const close = at + found[0].length - 1
    const braces = bracesAt(source, close + 1)
    if (braces === null) continue
    edits.push({ start: at, end: at + 1, text: '' }, { start: close, end: braces.end, text: '' })
  }
}

/** Not as a `<dt>`: within a block of HTML its words would be no Markdown. */
const raised = /(?<=[\p{L}\p{N})])\^([^\s^]{1,20})\^/gu

/** `10^3^` is raised, and `H~2~O`, where GitHub would strike the digit out, lowered. */
const takeScripts = (node: Nodes, source: string, edits: Edit[]): void => {
  const [start, end] = rangeOf(node)
  const around = (from: number, to: number, name: string) =>
    edits.push(
      { start: from, end: from + 1, text: `<${name}>` },
      { start: to - 1, end: to, text: `</${name}>` },
    )
  if (node.type === 'text')
    for (const found of source.slice(start, end).matchAll(raised))
      around(start + found.index, start + found.index + found[0].length, 'sup')
  else if (/^~[^~\s]+~$/.test(source.slice(start, end)) && /[\p{L}\p{N})]/u.test(source[start - 1] ?? ''))
    around(start, end, 'sub')
}

const asTerm = (start: number, end: number): Edit[] => [
  { start, end: start, text: '<b>' },
  { start: end, end, text: '</b>' },
]

/** A line of words with lines below it that begin with a colon: a term and what it means. */
const takeLines = (node: Nodes, before: Nodes | undefined, source: string, edits: Edit[]): void => {
  const [first, end] = rangeOf(node)
  let term: [number, number] | null = null
  if (before?.type === 'paragraph' && !source.slice(...rangeOf(before)).includes('\n')) term = rangeOf(before)
  for (let start = first; start < end;) {
    const newline = source.indexOf('\n', start)
    const stop = newline === -1 || newline > end ? end : newline
    const colon = definition.exec(source.slice(start, stop))?.[0]
    if (colon === undefined) term = [start, stop]
    else if (start > first || before?.type === 'paragraph' || before?.type === 'table') {
      if (term) edits.push(...asTerm(...term))
      term = null
      if (start > first) edits.push({ start: start - 1, end: start - 1, text: '<br>' })
      edits.push({ start, end: start + colon.length, text: '' })
      takeCaption(before, start, stop, source, edits)
    }
    start = stop + 1
  }
}

/** Pandoc's captions of tables have attributes at their ends. */
const takeCaption = (
  before: Nodes | undefined,
  start: number,
  stop: number,
  source: string,
  edits: Edit[],
): void => {
  const at = source.lastIndexOf('{', stop)
  const found = before?.type === 'table' && at > start ? bracesAt(source, at) : null
  if (found?.end === stop) edits.push({ start: at, end: stop, text: '' })
}

/**
 * Pandoc's lists of definitions, captions of tables, raised letters and named places within a text: what they say, without the signs
 * that say so. Every line keeps its number.
 */
export const takeDefinitions = (parsed: Root, source: string): Edit[] => {
  const edits: Edit[] = []
  const visit = (node: Parents): void => {
    node.children.forEach((child, index) => {
      if (child.type === 'text') takeSpans(child, source, edits)
      if (child.type === 'text' || child.type === 'delete') takeScripts(child, source, edits)
      if (child.type === 'paragraph') takeLines(child, node.children[index - 1], source, edits)
      if ('children' in child) visit(child)
    })
  }
  visit(parsed)
  return edits
}
