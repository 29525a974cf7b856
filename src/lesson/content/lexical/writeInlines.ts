import type { Inline, Mark } from '../block.ts'
import { markBits } from '../marks.ts'
import type { LexicalNode } from './lexicalNode.ts'

const formatOf = (marks: readonly Mark[]) =>
  markBits.filter(([mark]) => marks.includes(mark)).reduce((bits, [, bit]) => bits | bit, 0)

const textNodes = (text: string, marks: readonly Mark[]): LexicalNode[] => {
  const state = marks.includes('spoiler') ? { $: { spoiler: 'hidden' } } : {}
  const shape = { version: 1, detail: 0, format: formatOf(marks), mode: 'normal', style: '', ...state }
  // Lexical keeps tabs and line feeds as nodes of their own.
  return text
    .split(/(\t|\r\n?|[\n\u2028\u2029])/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\t') return { ...shape, type: 'tab', text: part, detail: 2, mode: 'normal' }
      return /^[\r\n\u2028\u2029]/.test(part)
        ? { type: 'linebreak', version: 1 }
        : { ...shape, type: 'text', text: part }
    })
}

/** The nodes of a line. `nextId` gives the ids of inline blocks. */
export const writeInlines = (inlines: readonly Inline[], nextId: () => string): LexicalNode[] =>
  inlines.flatMap((inline): LexicalNode[] => {
    switch (inline.type) {
      case 'text':
        return textNodes(inline.text, inline.marks)
      case 'linebreak':
        return [{ type: 'linebreak', version: 1 }]
      case 'math': {
        const fields = { id: nextId(), blockType: 'InlineMath', blockName: '', latex: inline.latex }
        return [{ type: 'inlineBlock', version: 1, fields }]
      }
      case 'link':
        return [
          {
            ...{ type: 'link', version: 3, direction: 'ltr', format: '', indent: 0 },
            id: nextId(),
            fields: { linkType: 'custom', url: inline.url, newTab: false },
            children: writeInlines(inline.content, nextId),
          },
        ]
    }
  })
