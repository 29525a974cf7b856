import { accents, alphabets } from './accents.ts'
import { layOut, type Atom } from './layOut.ts'
import { scriptText } from './scripts.ts'
import { signs } from './symbols.ts'
import { tokenize, type Token } from './tokenize.ts'

/** No formula nests deeper; what does is shown as its source. */
const maxDepth = 40

const spaces: Readonly<Record<string, string>> = {
  quad: '  ',
  qquad: '    ',
  ',': ' ',
  ':': ' ',
  ';': ' ',
  '!': '',
}
const textWords = new Set([
  'text',
  'textrm',
  'textit',
  'textbf',
  'mbox',
  'hbox',
  'operatorname',
  'mathrm',
  'mathsf',
])
const bareWords = new Set([
  'mathbf',
  'mathit',
  'boldsymbol',
  'bm',
  'mathfrak',
  'mathtt',
  'boxed',
  'underbrace',
])
const ignored = new Set(
  'displaystyle textstyle limits nolimits big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr nonumber'.split(
    ' ',
  ),
)
const fractions = new Set(['frac', 'dfrac', 'tfrac', 'cfrac'])
const fences: Readonly<Record<string, [string, string]>> = {
  ...{
    matrix: ['[', ']'],
    smallmatrix: ['[', ']'],
    pmatrix: ['(', ')'],
    bmatrix: ['[', ']'],
    vmatrix: ['|', '|'],
  },
  ...{ Bmatrix: ['{', '}'], Vmatrix: ['‖', '‖'], array: ['[', ']'], cases: ['{ ', ''] },
}
const lineEnvironments = new Set(['aligned', 'align', 'gathered', 'gather', 'split', 'equation', 'multline'])

/** Thrown where the formula says something that has no reading here, caught where the source is the answer. */
class Unreadable extends Error {}

const single = /^[\p{L}\p{N}]\p{M}*[′']*$|^\p{N}+$/u
/** A part that has to stay together, in brackets where it would not. */
const grouped = (text: string) => (single.test(text) || /^\([^()]*\)$/.test(text) ? text : `(${text})`)

class Reader {
  private at = 0
  private depth = 0
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  isAtEnd(): boolean {
    return this.at >= this.tokens.length
  }

  private peek(): Token | undefined {
    return this.tokens[this.at]
  }

  private skipSpace(): void {
    while (this.peek()?.kind === 'space') this.at += 1
  }

  private isNext(kind: Token['kind'], value: string): boolean {
    const token = this.peek()
    return token?.kind === kind && token.value === value
  }

  private expect(kind: Token['kind'], value: string): void {
    if (!this.isNext(kind, value)) throw new Unreadable(`${value} expected`)
    this.at += 1
  }

  /** Atoms up to a closing token, which stays; `&` and row ends are atoms where an environment reads them. */
  row(isEnd: (token: Token) => boolean): Atom[] {
    this.depth += 1
    if (this.depth > maxDepth) throw new Unreadable('too deep')
    const atoms: Atom[] = []
    for (let token = this.peek(); token !== undefined && !isEnd(token); token = this.peek()) {
      this.at += 1
      if (token.kind === 'space') continue
      const script =
        token.kind === 'sign' && (token.value === '^' || token.value === '_') ? token.value : null
      if (script === null) atoms.push(...this.atom(token))
      else {
        const base = atoms.at(-1) ?? { text: '', sign: 'plain' as const }
        const text = scriptText(this.argument(true), script === '^' ? 'superscript' : 'subscript')
        atoms.splice(-1, 1, { ...base, text: base.text + text })
      }
    }
    this.depth -= 1
    return atoms
  }

  private group(isTight: boolean): string {
    const atoms = this.row((token) => token.kind === 'sign' && token.value === '}')
    this.expect('sign', '}')
    return layOut(atoms, isTight)
  }

  /** What a command applies to: a group, or the next atom alone. */
  private argument(isTight = false): string {
    this.skipSpace()
    const token = this.peek()
    if (token === undefined) throw new Unreadable('nothing follows')
    this.at += 1
    if (token.kind === 'sign' && token.value === '{') return this.group(isTight)
    if (token.kind === 'sign' && /[}^_&]/.test(token.value)) throw new Unreadable('nothing to apply to')
    return layOut(this.atom(token), isTight)
  }

  /** The characters of a group as they are, spaces included. */
  private rawArgument(): string {
    this.skipSpace()
    this.expect('sign', '{')
    let text = ''
    for (let token = this.peek(); token !== undefined && !this.isNext('sign', '}'); token = this.peek()) {
      this.at += 1
      if (token.kind === 'sign' && token.value === '$') continue
      if (token.kind !== 'word') text += token.value
      else if (token.value.startsWith('escaped ')) text += token.value.slice(8)
      else throw new Unreadable('a command in text')
    }
    this.expect('sign', '}')
    return text
  }

  private delimiter(): Atom[] {
    this.skipSpace()
    const token = this.peek()
    if (token === undefined) throw new Unreadable('no delimiter')
    this.at += 1
    if (token.kind === 'sign') return token.value === '.' ? [] : [{ text: token.value, sign: 'delimiter' }]
    const name = token.value.replace('escaped ', '')
    const text = signs.get(name)?.text ?? (name === '|' ? '‖' : name)
    return [{ text, sign: 'delimiter' }]
  }

  private environment(): Atom[] {
    const name = this.rawArgument().replace('*', '')
    if (name === 'array') this.rawArgument()
    const rows: string[][] = [[]]
    const isEnd = ({ kind, value }: Token) =>
      (kind === 'word' && (value === '\\' || value === 'end')) || (kind === 'sign' && value === '&')
    for (;;) {
      rows.at(-1)?.push(layOut(this.row(isEnd), false))
      const token = this.peek()
      if (token === undefined) throw new Unreadable('an environment without its end')
      this.at += 1
      if (token.value === 'end') break
      if (token.value === '\\') rows.push([])
    }
    if (this.rawArgument().replace('*', '') !== name) throw new Unreadable('another end')
    const filled = rows.filter((cells) => cells.some((cell) => cell !== ''))
    const fence = fences[name]
    if (fence !== undefined) {
      const separator = name === 'cases' ? ', ' : ' '
      const text = filled.map((cells) => cells.filter((cell) => cell !== '').join(separator)).join('; ')
      return [{ text: `${fence[0]}${text}${fence[1]}`, sign: 'plain' }]
    }
    if (!lineEnvironments.has(name)) throw new Unreadable(`environment ${name}`)
    return filled.flatMap((cells, index): Atom[] => [
      ...(index === 0 ? [] : [{ text: '', sign: 'break' as const }]),
      { text: cells.filter((cell) => cell !== '').join(' '), sign: 'plain' },
    ])
  }

  private root(): string {
    this.skipSpace()
    if (!this.isNext('sign', '[')) return `√${grouped(this.argument())}`
    this.at += 1
    const index = layOut(
      this.row((token) => token.kind === 'sign' && token.value === ']'),
      true,
    )
    this.expect('sign', ']')
    const sign =
      index === '2' ? '√' : index === '3' ? '∛' : index === '4' ? '∜' : `${scriptText(index, 'superscript')}√`
    return `${sign}${grouped(this.argument())}`
  }

  private command(name: string): Atom[] {
    const plain = (text: string): Atom[] => [{ text, sign: 'plain' }]
    const sign = signs.get(name)
    if (sign !== undefined) return [sign]
    if (name.startsWith('escaped ')) return plain(name.slice(8))
    if (name === '|') return [{ text: '‖', sign: 'delimiter' }]
    if (name === '\\') return [{ text: '', sign: 'break' }]
    if (Object.hasOwn(spaces, name)) return plain(spaces[name] ?? '')
    if (ignored.has(name)) return []
    if (name === 'left' || name === 'right' || name === 'middle') return this.delimiter()
    if (fractions.has(name)) return plain(`${grouped(this.argument())}/${grouped(this.argument())}`)
    if (name === 'binom') return plain(`C(${this.argument()}, ${this.argument()})`)
    if (name === 'sqrt') return plain(this.root())
    if (name === 'begin') return this.environment()
    if (textWords.has(name))
      return [{ text: this.rawArgument(), sign: name === 'operatorname' ? 'function' : 'plain' }]
    if (bareWords.has(name)) return plain(this.argument())
    if (name === 'pmod') return plain(` (mod ${this.argument()})`)
    if (name === 'not') return [{ text: `${this.argument(true)}\u0338`, sign: 'relation' }]
    if (name === 'overset' || name === 'stackrel') {
      const above = this.argument(true)
      return [{ text: `${this.argument(true)}${scriptText(above, 'superscript')}`, sign: 'relation' }]
    }
    const alphabet = Object.hasOwn(alphabets, name) ? alphabets[name] : undefined
    if (alphabet !== undefined) return plain(alphabet(this.argument()))
    const accent = Object.hasOwn(accents, name) ? accents[name] : undefined
    if (accent === undefined) throw new Unreadable(`\\${name}`)
    return plain(
      Array.from(this.argument(), (letter) => (letter === ' ' ? letter : letter + accent)).join(''),
    )
  }

  private atom({ kind, value }: Token): Atom[] {
    if (kind === 'word') return this.command(value)
    if (value === '{') return [{ text: this.group(false), sign: 'plain' }]
    if (value === '}' || value === '&' || value === '$' || value === '#')
      throw new Unreadable(`${value} out of place`)
    if (value === '~') return [{ text: ' ', sign: 'plain' }]
    if (value === "'") return [{ text: '′', sign: 'plain' }]
    if (value === '-') return [{ text: '−', sign: 'binary' }]
    if (value === '+' || value === '*') return [{ text: value, sign: 'binary' }]
    if (/[=<>]/.test(value)) return [{ text: value, sign: 'relation' }]
    if (value === ',' || value === ';') return [{ text: value, sign: 'comma' }]
    return [{ text: value, sign: /[([]/.test(value) ? 'delimiter' : 'plain' }]
  }
}

/** A formula in characters that any chat shows, or null where only its source says what it means. */
export const latexToUnicode = (latex: string): string | null => {
  const reader = new Reader(tokenize(latex))
  try {
    const text = layOut(
      reader.row(() => false),
      false,
    )
    return text === '' ? null : text
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}
