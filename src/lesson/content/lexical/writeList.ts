import type { Inline, List } from '../block.ts'
import { elementNode } from './elementNode.ts'
import type { LexicalNode } from './lexicalNode.ts'

const listTypes = { bullet: 'bullet', ordered: 'number', task: 'check' } as const

export const writeList = (
  { kind, start, items }: List,
  write: (inlines: readonly Inline[]) => LexicalNode[],
  level = 0,
): LexicalNode => {
  const children = items.flatMap(({ content, lists, isChecked }, index): LexicalNode[] => {
    const checked = kind === 'task' ? { checked: isChecked === true } : {}
    const shape = { indent: level, value: start + index }
    // A list below an item stands in an item of its own, which Lexical neither counts nor marks.
    const carriers = lists.map((list) => ({
      ...elementNode('listitem', [writeList(list, write, level + 1)]),
      ...{ ...shape, value: start + index + 1 },
    }))
    return [{ ...elementNode('listitem', write(content)), ...shape, ...checked }, ...carriers]
  })
  const tag = kind === 'ordered' ? 'ol' : 'ul'
  return { ...elementNode('list', children), listType: listTypes[kind], start, tag }
}
