import type { Nodes, Root } from 'mdast'

import type { Edit } from './edit.ts'

type Range = [start: number, end: number]

const rangeOf = ({ position }: Nodes): Range => [position?.start.offset ?? 0, position?.end.offset ?? 0]

/** What is no text, though it stands within a line of text. */
const opaque = new Set<Nodes['type']>(['inlineCode', 'inlineMath', 'html'])

const collect = (node: Nodes, lines: Range[], skipped: Range[]): void => {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    lines.push(rangeOf(node))
  if (opaque.has(node.type)) skipped.push(rangeOf(node))
  else if ('children' in node) for (const child of node.children) collect(child, lines, skipped)
}

const dollars = /\\[^]|\$+/g

/** One dollar opens a formula only before something, and closes one only after something and before no digit. */
const opens = (source: string, at: number) =>
  !/[\p{L}\p{N}]/u.test(source[at - 1] ?? ' ') && /\S/.test(source[at + 1] ?? ' ')
const closes = (source: string, at: number) =>
  /\S/.test(source[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(source[at + 1] ?? ' ')

/**
 * Dollars that are money and not math, escaped: of a text whose single dollars the parser has left alone.
 */
export const escapePrices = (parsed: Root, source: string): Edit[] => {
  if (!source.includes('$')) return []
  const [lines, skipped]: [Range[], Range[]] = [[], []]
  collect(parsed, lines, skipped)
  skipped.sort(([a], [b]) => a - b)
  const prices: number[] = []
  let next = 0
  for (const [start, end] of lines) {
    let opened: number | undefined
    dollars.lastIndex = start
    for (let found = dollars.exec(source); found && found.index < end; found = dollars.exec(source)) {
      const at = found.index
      while (next < skipped.length && skipped[next]![1] <= at) next++
      const code = skipped[next]
      if (code && code[0] <= at) dollars.lastIndex = code[1]
      else if (found[0] === '$') {
        if (opened !== undefined && closes(source, at)) opened = undefined
        else {
          if (opened !== undefined) prices.push(opened)
          opened = at
          if (!opens(source, at)) {
            prices.push(at)
            opened = undefined
          }
        }
      }
    }
    if (opened !== undefined) prices.push(opened)
  }
  return prices.map((at) => ({ start: at, end: at, text: '\\' }))
}
