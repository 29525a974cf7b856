import type { Element, RootContent } from 'hast'

import type { Block, Inline, List, ListItem } from '../../../lesson/content/block.ts'
import type { Context } from './context.ts'
import { flatten } from './flatten.ts'
import { numberOf, propertyOf } from './properties.ts'

const isElement = (node: RootContent): node is Element => node.type === 'element'

const findBox = (nodes: readonly RootContent[]): Element | undefined => {
  for (const node of nodes) {
    if (!isElement(node)) continue
    if (node.tagName === 'input') return propertyOf(node, 'type') === 'checkbox' ? node : undefined
    if (node.tagName === 'p' || node.tagName === 'label') return findBox(node.children)
  }
  return undefined
}

const linebreak: Inline = { type: 'linebreak' }

/**
 * A list in the making. An item holds lines and lists; anything else in it (code, a picture) ends the list, which
 * goes on after it with the next number.
 */
export const readList = (element: Element, context: Context): Block[] => {
  const isOrdered = element.tagName === 'ol'
  const isTask = !isOrdered && element.children.some((child) => isElement(child) && findBox(child.children))
  const kind = isOrdered ? 'ordered' : isTask ? 'task' : 'bullet'
  const blocks: Block[] = []
  let number = isOrdered ? numberOf(element, 'start', 0) || (propertyOf(element, 'start') === '0' ? 0 : 1) : 1
  let list: List | undefined

  const addItem = (item: ListItem) => {
    if (list === undefined) {
      list = { type: 'list', kind, start: number, items: [] }
      blocks.push(list)
    }
    list.items.push(item)
    number++
  }

  const readItem = (child: Element) => {
    const box = isTask ? findBox(child.children) : undefined
    const item: ListItem = {
      content: [],
      lists: [],
      isChecked: isTask ? box !== undefined && propertyOf(box, 'checked') !== '' : null,
    }
    let isOpen = true
    for (const block of context.read.blocks(child.children, context)) {
      if (isOpen && block.type === 'list') item.lists.push(block)
      else if (
        isOpen &&
        item.lists.length === 0 &&
        (block.type === 'paragraph' || block.type === 'heading')
      ) {
        const { content } = flatten([block])
        item.content.push(...(item.content.length > 0 ? [linebreak] : []), ...content)
      } else {
        if (isOpen) addItem(item)
        isOpen = false
        list = undefined
        blocks.push(block)
      }
    }
    if (isOpen && (item.content.length > 0 || item.lists.length > 0)) addItem(item)
  }

  for (const child of element.children) {
    if (isElement(child) && child.tagName === 'li') readItem(child)
    else if (isElement(child) || (child.type === 'text' && child.value.trim() !== '')) {
      // Lists straight within lists, as old editors wrote them, and whatever else stands between items.
      const inner = context.read.blocks([child], context)
      const last = list?.items.at(-1)
      for (const block of inner) {
        if (block.type === 'list' && last) last.lists.push(block)
        else {
          list = undefined
          blocks.push(block)
        }
      }
    }
  }
  return blocks
}
