import type { Nodes } from 'mdast'

import { parseMarkdown } from './parseMarkdown.ts'

/** One dollar opens a formula only before something, and closes one only after something and before no digit. */
const isFormula = (source: string, start: number, end: number): boolean => {
  if (source[start + 1] === '$') return true
  return (
    !/[\p{L}\p{N}\\]/u.test(source[start - 1] ?? ' ') &&
    !/\s/.test(source[start + 1] ?? ' ') &&
    !/\s/.test(source[end - 2] ?? ' ') &&
    !/[\p{L}\p{N}]/u.test(source[end] ?? ' ')
  )
}

const findPrices = (node: Nodes, source: string, found: number[] = []): number[] => {
  if (node.type === 'inlineMath') {
    const start = node.position?.start.offset ?? 0
    if (!isFormula(source, start, node.position?.end.offset ?? 0)) found.push(start)
  } else if ('children' in node) for (const child of node.children) findPrices(child, source, found)
  return found
}

/** Escaping one dollar pairs the others anew; texts end long before that. */
const maxRounds = 50

/** Dollars that are money and not math are escaped. The number of lines stays. */
export const escapePrices = (source: string): string => {
  let text = source
  if (!/\$[^$]+\$/.test(text)) return text
  for (let round = 0; round < maxRounds; round++) {
    const prices = findPrices(parseMarkdown(text), text)
    if (prices.length === 0) break
    for (const at of prices.toReversed()) text = `${text.slice(0, at)}\\${text.slice(at)}`
  }
  return text
}
