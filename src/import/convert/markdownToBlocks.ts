import type { Block } from '../../lesson/content/block.ts'
import { applyEdits } from './edit.ts'
import { escapePrices } from './escapePrices.ts'
import type { Finding } from './finding.ts'
import { findOpenFences } from './findOpenFences.ts'
import { findTangle } from './findTangle.ts'
import { createContext, type ConvertOptions } from './hast/context.ts'
import { reader } from './hast/readNodes.ts'
import { markDivs } from './markDivs.ts'
import { parseDraft, parseMarkdown, toHtmlTree } from './parseMarkdown.ts'
import { stripModules } from './stripModules.ts'
import { takeAttributes } from './takeAttributes.ts'
import { takeDefinitions } from './takeDefinitions.ts'

export type Converted = {
  blocks: Block[]
  findings: Finding[]
  /** First lines of the content of fences named `quiz`, in their order. */
  quizLines: number[]
}

const convert = (source: string, options: ConvertOptions): Converted => {
  const { file } = options
  const modules = options.isMdx ? stripModules(source, file) : { text: source, findings: [] }
  const { text } = modules
  const parsed = parseDraft(text)
  const plain = applyEdits(text, [
    ...takeAttributes(parsed, text),
    ...takeDefinitions(parsed, text),
    ...escapePrices(parsed, text),
  ])
  const marked = markDivs(plain, parsed, file)
  const context = createContext(options, reader, { source: marked.text, divs: marked.divs })
  const blocks = reader.blocks(toHtmlTree(parseMarkdown(marked.text)).children, context)
  const findings = [
    ...modules.findings,
    ...findOpenFences(parsed, text, file),
    ...marked.findings,
    ...context.findings,
  ]
  return {
    blocks,
    quizLines: context.quizLines,
    findings: findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}

/** All words, and nothing of their form. */
const unread = (source: string, finding: Finding): Converted => ({
  blocks: source.split(/\n\s*\n/).flatMap((text) =>
    text.trim() === ''
      ? []
      : [
          {
            type: 'paragraph' as const,
            content: [{ type: 'text' as const, text: text.trim(), marks: [] }],
          },
        ],
  ),
  quizLines: [],
  findings: [finding],
})

/**
 * Markdown as lessons are written in it (GitHub's, with HTML, math, Pandoc's fenced divs, kramdown's classes and
 * what MDX leaves behind), as blocks. Nothing is thrown; what is wrong or lost is in `findings`.
 *
 * @param source without front matter; lines are counted from its first one
 */
export const markdownToBlocks = (source: string, options: ConvertOptions): Converted => {
  const tangle = (line: number | null): Finding => ({ code: 'tangled', file: options.file, line, what: '' })
  const line = findTangle(source)
  if (line !== null) return unread(source, tangle(line))
  try {
    return convert(source, options)
  } catch (error) {
    // Elements of HTML within one another, deeper than the parser's stack.
    if (error instanceof RangeError) return unread(source, tangle(null))
    throw error
  }
}
