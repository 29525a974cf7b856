import type { SignClass } from './symbols.ts'

export type Atom = { text: string; sign: SignClass | 'close' | 'comma' | 'plain' | 'break' }

const startsOperand: ReadonlySet<Atom['sign'] | undefined> = new Set([
  ...([undefined, 'binary', 'relation', 'comma', 'operator', 'function', 'break'] as const),
])

/** Atoms in a row with the spaces that a formula has: around relations and sums, behind commas and functions. */
export const layOut = (atoms: readonly Atom[], isTight: boolean): string => {
  let text = ''
  let before: Atom | undefined
  for (const atom of atoms) {
    const isOpen = before?.sign === 'delimiter' && /[([{⟨⌊⌈]$/.test(before.text)
    // A sign with nothing before it to add to belongs to what follows: −1.
    const isUnary = atom.sign === 'binary' && (startsOperand.has(before?.sign) || isOpen)
    const isSpaced = atom.sign === 'relation' || (atom.sign === 'binary' && !isUnary)
    if (isTight) text += atom.text
    else if (isSpaced) text = `${text.trimEnd()}${text === '' ? '' : ' '}${atom.text} `
    else if (atom.sign === 'comma') text = `${text.trimEnd()}${atom.text} `
    else if (atom.sign === 'break') text = `${text.trimEnd()}\n`
    else {
      const isWordNext = atom.sign === 'function' || atom.sign === 'operator'
      const needsSpace = isWordNext && /[\p{L}\p{N})\]}]$/u.test(text)
      const isAfterName =
        (before?.sign === 'function' || before?.sign === 'operator') && !/^[([{|‖]/.test(atom.text)
      text += `${needsSpace || isAfterName ? ' ' : ''}${atom.text}`
    }
    before = isUnary ? { text: atom.text, sign: 'plain' } : atom
  }
  return isTight ? text : text.trim()
}
