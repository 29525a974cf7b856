import { fromHtml } from 'hast-util-from-html'

import type { Block } from '../../lesson/content/block.ts'
import type { Finding } from './finding.ts'
import { createContext, type ConvertOptions } from './hast/context.ts'
import { reader } from './hast/readNodes.ts'

/** HTML of a web page or of a word processor's clipboard, as blocks. Nothing is thrown. */
export const htmlToBlocks = (
  html: string,
  options: ConvertOptions,
): { blocks: Block[]; findings: Finding[] } => {
  const context = createContext(options, reader, { source: html })
  const blocks = reader.blocks(fromHtml(html, { fragment: true }).children, context)
  return { blocks, findings: context.findings }
}
