import type { Element, RootContent } from 'hast'

import type { Block } from '../../../lesson/content/block.ts'
import type { Context } from './context.ts'
import { flatten } from './flatten.ts'
import { nest } from './nest.ts'
import { inlineText } from './inlineText.ts'
import { propertyOf } from './properties.ts'

const isSummary = (node: RootContent): node is Element =>
  node.type === 'element' && node.tagName === 'summary'

export const readDetails = (element: Element, context: Context): Block[] => {
  const summaries = element.children.filter(isSummary)
  const { content, lifted } = flatten(
    summaries.flatMap(({ children }) => context.read.blocks(children, context)),
  )
  const rest = element.children.filter((child) => !isSummary(child))
  const summary = inlineText(content).replace(/\s+/g, ' ').trim()
  const isOpen = 'open' in element.properties && propertyOf(element, 'open') !== 'false'
  return nest([...lifted, ...context.read.blocks(rest, context)], summary !== '', (blocks, isFirst) => ({
    type: 'details',
    summary: (isFirst && summary) || context.nameOfDiv('details'),
    isOpen,
    blocks,
  }))
}
