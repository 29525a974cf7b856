import type { Block, Inline } from '../../../lesson/content/block.ts'
import { tidyInline } from './inlineText.ts'

/** Blocks in the making: words gather in a line until a block ends it. `after`: what follows that line. */
export type Flow = { blocks: Block[]; line: Inline[]; after: Block[] }

export const createFlow = (): Flow => ({ blocks: [], line: [], after: [] })

export const endLine = (flow: Flow): void => {
  const content = tidyInline(flow.line)
  if (content.length > 0) flow.blocks.push({ type: 'paragraph', content })
  flow.blocks.push(...flow.after)
  flow.line = []
  flow.after = []
}

export const addBlocks = (flow: Flow, ...blocks: Block[]): void => {
  endLine(flow)
  flow.blocks.push(...blocks)
}

export const finish = (flow: Flow): Block[] => {
  endLine(flow)
  return flow.blocks
}
