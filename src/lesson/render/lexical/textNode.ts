import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { wrapText } from '../text/wrapText.ts'
import type { LexicalNode } from './lexicalNode.ts'

/** Lexical keeps a text's formats as bits. Sub-, superscript and highlight have no entity: plain text. */
const formats = [
  [1, 'bold'],
  [2, 'italic'],
  [4, 'strikethrough'],
  [8, 'underline'],
  [16, 'code'],
] as const

export const textNode = (node: LexicalNode): RichText => {
  const bits = typeof node.format === 'number' ? node.format : 0
  return formats
    .filter(([bit]) => (bits & bit) !== 0)
    .reduce((text, [, type]) => wrapText(text, { type }), plainText(String(node.text)))
}
