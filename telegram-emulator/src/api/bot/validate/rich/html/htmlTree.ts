import { parseDocument } from 'htmlparser2'

import { badRequest } from '../../../botApiError.ts'
import { decodeReferences } from './decodeReferences.ts'
import { LIMITS } from '../../limits.ts'

export interface HtmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: HtmlNode[]
}

export type HtmlNode = string | HtmlElement

type ParsedNode = ReturnType<typeof parseDocument>['children'][number]

/** Reads HTML as leniently as browsers do. Comments, scripts and styles go. */
export function htmlTree(html: string): HtmlNode[] {
  const { children } = parseDocument(html, { decodeEntities: false, recognizeSelfClosing: true })
  return convert(children, 1)
}

/** The tree is walked by functions that call themselves: it must not be deeper than any JSON is. */
function convert(nodes: readonly ParsedNode[], depth: number): HtmlNode[] {
  if (depth > LIMITS.jsonDepth) throw badRequest('RICH_MESSAGE_DEPTH_INVALID')
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [decodeReferences(node.data)]
    if (node.type !== 'tag') return []
    const attributes = Object.fromEntries(
      Object.entries(node.attribs).map(([name, value]) => [name, decodeReferences(value)]),
    )
    return [{ name: node.name, attributes, children: convert(node.children, depth + 1) }]
  })
}

/** The text in the nodes, without its styles. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')
}

export function hasAttribute({ attributes }: HtmlElement, name: string): boolean {
  return attributes[name] !== undefined
}
