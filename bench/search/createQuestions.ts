import { createRandom } from '../lib/load.ts'
import { createLanguage } from './createLanguage.ts'

/** One letter too few, one doubled, or two in the wrong order. */
const misspell = (word: string, random: () => number): string => {
  const place = 1 + Math.floor(random() * (word.length - 2))
  const kind = Math.floor(random() * 3)
  if (kind === 0) return word.slice(0, place) + word.slice(place + 1)
  if (kind === 1) return word.slice(0, place) + word[place]! + word.slice(place)
  return word.slice(0, place) + word[place + 1]! + word[place]! + word.slice(place + 2)
}

/** What people type, the same in every run: 70 % two words, 20 % a word and the beginning of one, 10 % a misspelt word. */
export const createQuestions = (): (() => string) => {
  const random = createRandom(18)
  const draw = { ru: createLanguage('ru', random), en: createLanguage('en', random) }
  return () => {
    const word = draw[random() < 0.7 ? 'ru' : 'en']
    const [first, second] = [word(), word()]
    const kind = random()
    if (kind < 0.7) return `${first} ${second}`
    if (kind < 0.9) return `${first} ${second.slice(0, 3 + Math.floor(random() * 3))}`
    return `${misspell(first, random)} ${second}`
  }
}
