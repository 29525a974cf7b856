import transliterate from '@sindresorhus/transliterate'

const most = 32
const ending = 'bot'

/**
 * A username for a bot, made from a title: Latin letters, digits and single underscores, beginning with a letter,
 * at most 32 characters, ending in `bot`.
 * @param attempt 1 for the name itself; others get the number
 */
export const usernameFrom = (title: string, attempt: number): string => {
  const suffix = attempt === 1 ? `_${ending}` : `_${attempt}_${ending}`
  const words = transliterate(title)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .replace(/(_?bot)?_*$/, '')
  const base = words.slice(0, most - suffix.length).replace(/_+$/, '')
  return `${base === '' ? 'course' : base}${suffix}`
}
