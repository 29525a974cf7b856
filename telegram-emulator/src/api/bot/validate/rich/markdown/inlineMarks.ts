import type { MarkdownIt, StateInline } from 'markdown-it'

const TAGS: Readonly<Record<string, string>> = { '||': 'tg-spoiler', '==': 'mark' }
/** Characters with which nothing begins; of them a text consists. */
const PLAIN = /[^\n!#$%&*+:<=>@[\\\]^_`{|}~-]+/y

/** What Telegram reads in another way than GitHub, and the marks that GitHub does not have. */
export function addInlineMarks({ inline: { ruler } }: MarkdownIt): void {
  ruler.at('text', readText)
  ruler.before('escape', 'angle_escape', readAngle)
  ruler.before('emphasis', 'pairs', readPair)
  ruler.at('emphasis', readEmphasis)
}

function readText(state: StateInline, silent: boolean): boolean {
  PLAIN.lastIndex = state.pos
  const text = PLAIN.exec(state.src)?.[0].slice(0, state.posMax - state.pos) ?? ''
  if (text === '') return false
  if (!silent) state.pending += text
  state.pos += text.length
  return true
}

/** A stroke before an angle bracket escapes nothing and stays. */
function readAngle(state: StateInline, silent: boolean): boolean {
  if (!/^\\[<>]/.test(state.src.slice(state.pos, state.pos + 2))) return false
  if (!silent) state.pending += '\\'
  state.pos += 1
  return true
}

/** Two underscores stand for bold within words too, one only around them. */
function readEmphasis(state: StateInline, silent: boolean): boolean {
  const mark = state.src[state.pos] ?? ''
  if (silent || (mark !== '_' && mark !== '*')) return false
  const isWithinWords = mark === '*' || state.scanDelims(state.pos, true).length > 1
  const { length, can_open: open, can_close: close } = state.scanDelims(state.pos, isWithinWords)
  for (let index = 0; index < length; index += 1) {
    state.push('text', '', 0).content = mark
    const token = state.tokens.length - 1
    state.delimiters.push({ marker: mark.charCodeAt(0), length, token, end: -1, open, close })
  }
  state.pos += length
  return true
}

/** `||…||` and `==…==`: in one line, not empty, with no space inside at the marks. */
function readPair(state: StateInline, silent: boolean): boolean {
  const mark = state.src.slice(state.pos, state.pos + 2)
  const tag = TAGS[mark]
  if (tag === undefined) return false
  const begin = state.pos + 2
  const end = findEnd(state, mark, begin)
  if (end === undefined) return false
  if (!silent) {
    const { posMax } = state
    state.push('pair_open', tag, 1).markup = mark
    state.pos = begin
    state.posMax = end
    state.md.inline.tokenize(state)
    state.push('pair_close', tag, -1).markup = mark
    state.posMax = posMax
  }
  state.pos = end + 2
  return true
}

/** Up to where no end was found for each mark: what begins before it has none either. */
const endless = new WeakMap<StateInline, Map<string, number>>()

function findEnd(state: StateInline, mark: string, begin: number): number | undefined {
  const { src, posMax } = state
  const searched = endless.get(state) ?? new Map<string, number>()
  if (/[ \t\n]/.test(src.charAt(begin)) || begin < (searched.get(mark) ?? 0)) return undefined
  let end = begin + 1
  for (; end + 2 <= posMax && src[end - 1] !== '\n'; end += 1)
    if (src.startsWith(mark, end) && !/[ \t\\]/.test(src.charAt(end - 1))) return end
  endless.set(state, searched.set(mark, end))
  return undefined
}
