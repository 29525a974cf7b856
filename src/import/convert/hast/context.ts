import type { Nodes, RootContent } from 'hast'

import type { Block, Mark } from '../../../lesson/content/block.ts'
import type { Attributes } from '../attributes.ts'
import type { Finding, FindingCode } from '../finding.ts'
import type { Flow } from './flow.ts'

/** What a picture, film, sound or link of the source leads to. */
export type Target =
  /** A file of the source: `ref` is what blocks name it by. */
  | { type: 'file'; ref: string; kind: 'image' | 'video' | 'audio' | 'file' }
  | { type: 'web'; url: string }
  /** Another page of the source, or a place within one. */
  | { type: 'page' }
  | { type: 'missing' }

export type ConvertOptions = {
  file: string
  /** @param address as it stands in the source */
  resolve: (address: string) => Target
  /** Names of callouts that have no heading of their own: `objectives` … */
  nameOfDiv: (kind: string) => string
  /** In MDX a tag that is no HTML is a component; elsewhere it is text that looks like a tag. */
  isMdx: boolean
}

/** How elements have what is within them read. */
export type Reader = {
  into: (flow: Flow, nodes: readonly RootContent[], marks: Mark[], context: Context) => void
  blocks: (nodes: readonly RootContent[], context: Context) => Block[]
}

export type Context = ConvertOptions & {
  read: Reader
  divs: Attributes[]
  /** What the positions of nodes are offsets in. */
  source: string
  findings: Finding[]
  /** Where the fences named `quiz` begin, in the order in which they are read. */
  quizLines: number[]
  find: (code: FindingCode, node: Nodes, what: string) => void
}

export const createContext = (
  options: ConvertOptions,
  read: Reader,
  { source = '', divs = [] }: { source?: string; divs?: Attributes[] } = {},
): Context => {
  const findings: Finding[] = []
  return {
    ...options,
    read,
    divs,
    source,
    findings,
    quizLines: [],
    find: (code, node, what) =>
      void findings.push({
        code,
        file: options.file,
        line: node.position?.start.line ?? null,
        what: what.replace(/\s+/g, ' ').slice(0, 200),
      }),
  }
}
