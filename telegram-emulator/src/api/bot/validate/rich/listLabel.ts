const LETTERS = 26
const LARGEST_ROMAN = 3999
const ROMAN = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/** The number of a list's item as it is shown: `3.`, `c.`, `III.`; what letters cannot say is said in digits. */
export function listLabel(value: number, type: 'a' | 'A' | 'i' | 'I' | '1'): string {
  const upper = type.toUpperCase()
  if (upper === 'A' && value > 0) return `${cased(letters(value), type)}.`
  if (upper === 'I' && value > 0 && value <= LARGEST_ROMAN) return `${cased(roman(value), type)}.`
  return `${value}.`
}

function cased(label: string, type: string): string {
  return type === type.toLowerCase() ? label.toLowerCase() : label
}

/** A … Z, AA, AB … */
function letters(value: number): string {
  let label = ''
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
    label = String.fromCharCode(65 + ((rest - 1) % LETTERS)) + label
  return label
}

function roman(value: number): string {
  let rest = value
  let label = ''
  for (const [sign, worth] of ROMAN) {
    label += sign.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return label
}
