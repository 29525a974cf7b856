import type { Found } from '../detect/findTags.ts'

/** Digits with single spaces or dashes between them, with no letter, sign or separator of a number around. */
const CANDIDATE = /(?<![\p{L}\d_+.,-])\d(?:[ -]?\d){12,18}(?![ -]?\d)(?![\p{L}_-])/gu

/** Numbers of bank cards, which Telegram marks in rich messages. */
export function findBankCards(text: string): Found[] {
  return Array.from(text.matchAll(CANDIDATE), (match) => ({
    offset: match.index,
    length: match[0].length,
  })).filter(({ offset, length }) => isCard(text.slice(offset, offset + length).replace(/\D/g, '')))
}

/** By the check digit, and by the length that each issuer uses. */
function isCard(digits: string): boolean {
  if (luhnSum(digits) % 10 !== 0) return false
  const four = Number(digits.slice(0, 4))
  const two = Math.floor(four / 100)
  const { length } = digits
  if (digits.startsWith('4')) return [13, 16, 18, 19].includes(length)
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16
  if (two === 34 || two === 37) return length === 15
  if (two === 62 || two === 81) return length >= 16
  if (four >= 2200 && four <= 2204) return length === 16
  return true
}

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, character, index) => {
    const digit = Number(character)
    if (index % 2 === 0) return sum + digit
    return sum + (digit < 5 ? 2 * digit : 2 * digit - 9)
  }, 0)
}
