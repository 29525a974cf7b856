import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'

import { escapeHtml } from './escapeHtml.ts'

/** Not `costs $5 to $10`: no space stands inside the signs, and no digit behind them. */
const INLINE = /\$\$([^$]+)\$\$|\$(?![\s$])((?:\\.|[^$\n\\])+?)(?<!\s)\$(?!\d)/y

/** Formulas: `$…$`, `$$…$$`, and blocks of code in the language `math`. Their source is taken as it is. */
export function addMath(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'math', readInline)
  parser.block.ruler.before('fence', 'math', readBlock, { alt: ['paragraph', 'blockquote', 'list'] })
  const { rules } = parser.renderer
  rules.math_inline = (tokens, index) => `<tg-math>${escapeHtml(tokens[index]?.content ?? '')}</tg-math>`
  rules.math_block = (tokens, index) =>
    `<tg-math-block>${escapeHtml(tokens[index]?.content ?? '')}</tg-math-block>\n`
  rules.fence = (tokens, index) => {
    const [language = ''] = (tokens[index]?.info ?? '').trim().split(/\s+/, 1)
    const code = escapeHtml((tokens[index]?.content ?? '').replace(/\n$/, ''))
    if (language === 'math') return `<tg-math-block>${code}</tg-math-block>\n`
    const attribute = language === '' ? '' : ` class="language-${escapeHtml(language)}"`
    return `<pre><code${attribute}>${code}</code></pre>\n`
  }
  rules.code_block = (tokens, index) =>
    `<pre>${escapeHtml((tokens[index]?.content ?? '').replace(/\n$/, ''))}</pre>\n`
}

function readInline(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '$') return false
  INLINE.lastIndex = state.pos
  const match = INLINE.exec(state.src)
  if (!match || state.pos + match[0].length > state.posMax) return false
  if (!silent) state.push('math_inline', '', 0).content = match[1] ?? match[2] ?? ''
  state.pos += match[0].length
  return true
}

/** From `$$` at the beginning of a line to `$$` at the end of one. */
function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineAt = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
  if (!lineAt(startLine).startsWith('$$')) return false
  const lines: string[] = []
  for (let line = startLine; line < endLine; line += 1) {
    const text = line === startLine ? lineAt(line).slice(2) : lineAt(line)
    const end = /^(.*?)\$\$\s*$/.exec(text)
    lines.push(end ? (end[1] ?? '') : text)
    if (!end) continue
    if (!silent) state.push('math_block', '', 0).content = lines.join('\n').trim()
    state.line = line + 1
    return true
  }
  return false
}
