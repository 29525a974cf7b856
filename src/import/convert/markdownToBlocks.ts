import type { Block } from '../../lesson/content/block.ts'
import { escapePrices } from './escapePrices.ts'
import type { Finding } from './finding.ts'
import { findOpenFences } from './findOpenFences.ts'
import { createContext, type ConvertOptions } from './hast/context.ts'
import { reader } from './hast/readNodes.ts'
import { markDivs } from './markDivs.ts'
import { moveAltTexts } from './moveAltTexts.ts'
import { parseMarkdown, toHtmlTree } from './parseMarkdown.ts'
import { stripModules } from './stripModules.ts'

export type Converted = {
  blocks: Block[]
  findings: Finding[]
  /** First lines of the content of fences named `quiz`, in their order. */
  quizLines: number[]
}

/**
 * Markdown as lessons are written in it (GitHub's, with HTML, math, Pandoc's fenced divs, kramdown's classes and
 * what MDX leaves behind), as blocks. Nothing is thrown; what is wrong or lost is in `findings`.
 *
 * @param source without front matter; lines are counted from its first one
 */
export const markdownToBlocks = (source: string, options: ConvertOptions): Converted => {
  const { file } = options
  const modules = options.isMdx ? stripModules(source, file) : { text: source, findings: [] }
  const plain = escapePrices(moveAltTexts(modules.text))
  const parsed = parseMarkdown(plain)
  const marked = markDivs(plain, parsed, file)
  const context = createContext(options, reader, { source: marked.text, divs: marked.divs })
  const tree = toHtmlTree(marked.text === plain ? parsed : parseMarkdown(marked.text))
  const blocks = reader.blocks(tree.children, context)
  const findings = [
    ...modules.findings,
    ...findOpenFences(parsed, plain, file),
    ...marked.findings,
    ...context.findings,
  ]
  return {
    blocks,
    quizLines: context.quizLines,
    findings: findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}
