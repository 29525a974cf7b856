const syllables = {
  ru: ['ка', 'ро', 'ли', 'сто', 'пе', 'ну', 'ма', 'гра', 'ди', 'во', 'ши', 'те', 'зы', 'бо', 'ку', 'ре', 'ня', 'фи', 'ло', 'да'],
  en: ['ba', 'co', 'dri', 'fe', 'gul', 'ha', 'jo', 'ki', 'lem', 'mo', 'nu', 'pra', 'qui', 'ro', 'se', 'tor', 'ul', 'ver', 'wi', 'zen'],
} as const // prettier-ignore
const endings = {
  ru: ['ние', 'ция', 'сть', 'ный', 'ить', 'ка', 'тор', 'ами'],
  en: ['ing', 'tion', 'ness', 'ful', 'er', 'ic', 'ment', 's'],
} as const

/** So many words has a language, and the most frequent ones are not that much more frequent (Mandelbrot's shift). */
const wordsCount = 60_000
const shift = 2.7

export type LanguageCode = keyof typeof syllables

/** The word of a rank: two to four syllables and an ending; each rank has its own. */
const wordOf = (language: LanguageCode, rank: number): string => {
  const parts = syllables[language]
  let word = ''
  for (let rest = rank + parts.length; rest > 0; rest = Math.floor(rest / parts.length))
    word += parts[rest % parts.length]
  return word + endings[language][rank % endings[language].length]
}

/**
 * A made-up language with natural word frequencies (Zipf).
 * @returns a word drawn by them
 */
export const createLanguage = (language: LanguageCode, random: () => number): (() => string) => {
  const words = Array.from({ length: wordsCount }, (_, rank) => wordOf(language, rank))
  const sums = new Float64Array(wordsCount)
  let sum = 0
  for (let rank = 0; rank < wordsCount; rank++) sums[rank] = sum += 1 / (rank + shift)
  return () => {
    const wanted = random() * sum
    let [low, high] = [0, wordsCount - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (sums[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return words[low]!
  }
}
