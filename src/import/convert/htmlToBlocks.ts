import type { Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'

import type { Block } from '../../lesson/content/block.ts'
import type { Finding } from './finding.ts'
import { createContext, type ConvertOptions } from './hast/context.ts'
import { reader } from './hast/readNodes.ts'

/**
 * HTML of a web page or of a word processor's clipboard, as blocks. Nothing is thrown.
 *
 * @param tidy takes away what is no part of the text, before it is read
 */
export const htmlToBlocks = (
  html: string,
  options: ConvertOptions,
  tidy: (root: Root) => RootContent[] = ({ children }) => children,
): { blocks: Block[]; findings: Finding[] } => {
  const context = createContext(options, reader, { source: html })
  const blocks = reader.blocks(tidy(fromHtml(html, { fragment: true })), context)
  return { blocks, findings: context.findings }
}
