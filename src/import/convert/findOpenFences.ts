import type { Nodes, Root } from 'mdast'

import type { Finding } from './finding.ts'

/**
 * Code fences that nothing closes. At the end of the file that is a slip which swallows the rest of the lesson;
 * within a list or a quote the fence ends with it, and is kept.
 */
export const findOpenFences = (root: Root, source: string, file: string): Finding[] => {
  const lines = source.split('\n')
  const found: Finding[] = []
  const visit = (node: Nodes, isTop: boolean) => {
    const { position } = node
    if (node.type === 'code' && position) {
      const first = lines[position.start.line - 1]?.slice(position.start.column - 1) ?? ''
      const [fence] = /^(?:`{3,}|~{3,})/.exec(first) ?? []
      if (fence === undefined) return
      const last = (lines[position.end.line - 1] ?? '').replace(/^[\s>]*/, '').trim()
      const isClosed =
        position.end.line > position.start.line && last.startsWith(fence) && /^(`+|~+)$/.test(last)
      if (!isClosed)
        found.push({
          code: isTop ? 'fenceUnclosed' : 'codeFenceCut',
          file,
          line: position.start.line,
          what: first.trim().slice(0, 40),
        })
    } else if ('children' in node) for (const child of node.children) visit(child, false)
  }
  for (const child of root.children) visit(child, true)
  return found
}
