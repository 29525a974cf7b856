import { hasAttribute, type HtmlElement, type HtmlNode } from './htmlTree.ts'

type Block = Record<string, unknown>

/** `<ul>` and `<ol>` as a list; undefined if it has no items. */
export function htmlList(
  list: HtmlElement,
  readBlocks: (nodes: readonly HtmlNode[]) => unknown[],
): Block | undefined {
  const items = list.children.filter((node) => typeof node !== 'string').filter(({ name }) => name === 'li')
  if (items.length === 0) return undefined
  const isReversed = hasAttribute(list, 'reversed')
  let next = integer(list.attributes.start) ?? (isReversed ? items.length : 1)
  const read = items.map((item) => {
    const checkbox = item.children.find((node) => isCheckbox(node))
    const blocks = readBlocks(item.children.filter((node) => node !== checkbox))
    const checks = isCheckbox(checkbox)
      ? { has_checkbox: true, ...(hasAttribute(checkbox, 'checked') && { is_checked: true }) }
      : {}
    if (list.name === 'ul') return { blocks, ...checks }
    const value = integer(item.attributes.value) ?? next
    next = value + (isReversed ? -1 : 1)
    return { blocks, ...checks, value, type: item.attributes.type ?? list.attributes.type ?? '1' }
  })
  return { type: 'list', items: read }
}

function isCheckbox(node: HtmlNode | undefined): node is HtmlElement {
  return typeof node === 'object' && node.name === 'input' && node.attributes.type === 'checkbox'
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined
}
