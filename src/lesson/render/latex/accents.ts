/** Combining characters that stand behind each letter they mark. */
export const accents: Readonly<Record<string, string>> = {
  hat: '\u0302',
  widehat: '\u0302',
  tilde: '\u0303',
  widetilde: '\u0303',
  bar: '\u0304',
  overline: '\u0305',
  vec: '\u20d7',
  overrightarrow: '\u20d7',
  dot: '\u0307',
  ddot: '\u0308',
  check: '\u030c',
  breve: '\u0306',
  acute: '\u0301',
  grave: '\u0300',
  underline: '\u0332',
}

const doubleStruck = new Map([
  ...([
    ['C', 'ℂ'],
    ['H', 'ℍ'],
    ['N', 'ℕ'],
    ['P', 'ℙ'],
    ['Q', 'ℚ'],
    ['R', 'ℝ'],
    ['Z', 'ℤ'],
  ] as const),
])
const script = new Map([
  ...([
    ['B', 'ℬ'],
    ['E', 'ℰ'],
    ['F', 'ℱ'],
    ['H', 'ℋ'],
    ['I', 'ℐ'],
    ['L', 'ℒ'],
    ['M', 'ℳ'],
    ['R', 'ℛ'],
  ] as const),
])

/** Alphabets that mean something of their own; bold, italic and the like are shown as they are. */
export const alphabets: Readonly<Record<string, (text: string) => string>> = {
  mathbb: (text) => Array.from(text, (letter) => doubleStruck.get(letter as 'C') ?? letter).join(''),
  mathcal: (text) => Array.from(text, (letter) => script.get(letter as 'B') ?? letter).join(''),
  mathscr: (text) => Array.from(text, (letter) => script.get(letter as 'B') ?? letter).join(''),
}
