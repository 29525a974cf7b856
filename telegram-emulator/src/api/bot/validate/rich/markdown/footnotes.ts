import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'

import { escapeHtml } from './escapeHtml.ts'

const DEFINITION = /^\[\^([^\]\s]{1,64})\]:[ \t]*(\S.*)$/
const REFERENCE = /\[\^([^\]\s]{1,64})\]/y

/** The numbers of a message's footnotes by their names; 0 before they are referred to. */
type Footnotes = Map<string, number>

/** `[^name]: …` is a text that can be referred to, `[^name]` a link to it. */
export function addFootnotes(parser: MarkdownIt): void {
  parser.block.ruler.before('reference', 'footnote', readDefinition, { alt: ['paragraph', 'reference'] })
  parser.inline.ruler.before('link', 'footnote', readReference)
  const { rules } = parser.renderer
  rules.footnote_open = (tokens, index) => `<p><tg-reference name="${escapeHtml(tokens[index]?.info ?? '')}">`
  rules.footnote_close = () => '</tg-reference></p>\n'
  rules.footnote_link = (tokens, index) =>
    `<a href="#${escapeHtml(tokens[index]?.info ?? '')}">${escapeHtml(tokens[index]?.content ?? '')}</a>`
}

function footnotesOf(env: object): Footnotes {
  const holder = env as { footnotes?: Footnotes }
  holder.footnotes ??= new Map()
  return holder.footnotes
}

function readDefinition(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const begin = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
  const [, name, text] = DEFINITION.exec(state.src.slice(begin, state.eMarks[startLine])) ?? []
  if (name === undefined || text === undefined) return false
  if (silent) return true
  footnotesOf(state.env).set(name, 0)
  state.push('footnote_open', '', 1).info = name
  const inline = state.push('inline', '', 0)
  inline.content = text
  inline.children = []
  state.push('footnote_close', '', -1)
  state.line = startLine + 1
  return true
}

/** The links are numbered as they occur; what is not defined stays text. */
function readReference(state: StateInline, silent: boolean): boolean {
  REFERENCE.lastIndex = state.pos
  const [whole = '', name = ''] = REFERENCE.exec(state.src) ?? []
  const footnotes = footnotesOf(state.env)
  const known = footnotes.get(name)
  if (known === undefined || state.pos + whole.length > state.posMax) return false
  if (!silent) {
    const number = known || 1 + Math.max(0, ...footnotes.values())
    footnotes.set(name, number)
    const link = state.push('footnote_link', '', 0)
    link.info = name
    link.content = String(number)
  }
  state.pos += whole.length
  return true
}
