import { Parser } from 'htmlparser2'

import { badRequest } from '../../../botApiError.ts'
import { LIMITS } from '../../limits.ts'
import { decodeReferences } from './decodeReferences.ts'

export interface HtmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: HtmlNode[]
}

export type HtmlNode = string | HtmlElement

const DROPPED = new Set(['script', 'style'])

/**
 * Reads HTML as leniently as browsers do. Comments, scripts and styles go. The tree is walked by functions that call
 * themselves: it is refused if it is deeper than any JSON may be.
 */
export function htmlTree(html: string): HtmlNode[] {
  const root: HtmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  const current = () => open.at(-1) ?? root
  const parser = new Parser(
    {
      onopentag(name, given) {
        if (open.length > LIMITS.jsonDepth) throw badRequest('RICH_MESSAGE_DEPTH_INVALID')
        const decoded = Object.entries(given).map(([key, value]) => [key, decodeReferences(value)] as const)
        const element = { name, attributes: Object.fromEntries(decoded), children: [] }
        current().children.push(element)
        open.push(element)
      },
      ontext(text) {
        const { children } = current()
        const last = children.at(-1)
        if (typeof last === 'string') children[children.length - 1] = last + text
        else children.push(text)
      },
      onclosetag(name) {
        open.pop()
        if (DROPPED.has(name)) current().children.pop()
      },
    },
    { decodeEntities: false, recognizeSelfClosing: true },
  )
  parser.end(html)
  return root.children.map(decodeTexts)
}

/** Only now is each text whole. */
function decodeTexts(node: HtmlNode): HtmlNode {
  if (typeof node === 'string') return decodeReferences(node)
  return { ...node, children: node.children.map(decodeTexts) }
}

/** The text in the nodes, without its styles. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')
}

export function hasAttribute({ attributes }: HtmlElement, name: string): boolean {
  return attributes[name] !== undefined
}
