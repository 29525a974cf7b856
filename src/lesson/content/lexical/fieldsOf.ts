import type { LexicalNode } from './lexicalNode.ts'

/** The fields of a link or block node. */
export const fieldsOf = (node: LexicalNode): LexicalNode =>
  typeof node.fields === 'object' && node.fields !== null ? (node.fields as LexicalNode) : {}
