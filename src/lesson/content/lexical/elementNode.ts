import type { LexicalNode } from './lexicalNode.ts'

export const elementNode = (type: string, children: readonly LexicalNode[]): LexicalNode => ({
  ...{ type, version: 1, direction: 'ltr', format: '', indent: 0 },
  children,
})
