import type { Element, ElementContent, RootContent } from 'hast'
import { toText } from 'hast-util-to-text'

import { propertyOf } from '../../import/convert/hast/properties.ts'

type Item = { level: number; isNumbered: boolean; children: ElementContent[] }

const isElement = (node: RootContent): node is Element => node.type === 'element'
const isBlank = (node: RootContent) =>
  node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')

/** The bullet or number that Word has drawn before an item. */
const takeMarker = (nodes: ElementContent[]): { marker: string; rest: ElementContent[] } => {
  let marker = ''
  const rest = nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node]
    if (/mso-list:\s*ignore/i.test(propertyOf(node, 'style'))) {
      marker += toText(node)
      return []
    }
    const inner = takeMarker(node.children)
    marker += inner.marker
    return [{ ...node, children: inner.rest }]
  })
  return { marker, rest }
}

/** Word has no lists in its HTML, only paragraphs that say of themselves how deep in one they stand. */
const itemOf = (node: RootContent): Item | null => {
  if (!isElement(node) || node.tagName !== 'p') return null
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(propertyOf(node, 'style'))?.[1]
  if (level === undefined) return null
  const { marker, rest } = takeMarker(node.children)
  return { level: Number(level), isNumbered: /^\s*[\da-zа-я]{1,4}[.)]/i.test(marker), children: rest }
}

const listOf = (items: Item[]): Element => {
  const [first] = items
  const entries: Element[] = []
  let deeper: Item[] = []
  const element = (tagName: string, children: ElementContent[]): Element => ({
    type: 'element',
    tagName,
    properties: {},
    children,
  })
  const closeDeeper = () => {
    if (deeper.length > 0) (entries.at(-1) ?? element('li', [])).children.push(listOf(deeper))
    deeper = []
  }
  for (const item of items) {
    if (item.level > first!.level && entries.length > 0) deeper.push(item)
    else {
      closeDeeper()
      entries.push(element('li', item.children))
    }
  }
  closeDeeper()
  return element(first!.isNumbered ? 'ol' : 'ul', entries)
}

/** Makes lists of Word's paragraphs that are items; all else stays. */
export const listWordItems = (nodes: RootContent[]): RootContent[] => {
  const result: RootContent[] = []
  let items: Item[] = []
  const close = () => {
    if (items.length > 0) result.push(listOf(items))
    items = []
  }
  for (const node of nodes) {
    const item = itemOf(node)
    if (item !== null) items.push(item)
    else if (items.length === 0 || !isBlank(node)) {
      close()
      result.push(node)
    }
  }
  close()
  return result
}
