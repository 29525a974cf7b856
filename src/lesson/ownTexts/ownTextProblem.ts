import { isOwnButton, ownTextLimits, ownTextPlaceholders, type OwnTextKey } from '../../contracts/ownTexts.ts'
import { fillOwnText, type OwnTextValues } from './fillOwnText.ts'
import { placeholder, placeholdersIn } from './placeholdersIn.ts'

export type OwnTextProblem =
  | { code: 'unknownPlaceholder'; name: string; allowed: string }
  | { code: 'noPlaceholders'; name: string }
  | { code: 'openBrace'; name: string }
  | { code: 'tooLong'; length: number; max: number }
  | { code: 'buttonHasLines' }
  | { code: 'empty' }

/** A brace without its other half, and the word at it: `{name`, `name}`. Smileys are no words. */
const openBrace = /\{[^\S\n]*\p{L}[\p{L}\p{N}_]*|[\p{L}\p{N}_]*\p{L}[^\S\n]*\}/u
const visible = /[^\s\p{Z}\p{C}]/u
/** Names longer than this are rare, and make two messages of one at worst. */
const longName = 'N'.repeat(64)

/** What keeps a text from being said; null when all is well, or nothing is written. `about`: the course's values. */
export const ownTextProblem = (
  key: OwnTextKey,
  text: string,
  about: OwnTextValues = {},
): OwnTextProblem | null => {
  if (text === '') return null
  if (!visible.test(text)) return { code: 'empty' }
  const allowed: readonly string[] = ownTextPlaceholders[key]
  const unknown = placeholdersIn(text).find((name) => !allowed.includes(name))
  if (unknown !== undefined)
    return allowed.length === 0
      ? { code: 'noPlaceholders', name: `{${unknown}}` }
      : {
          code: 'unknownPlaceholder',
          name: `{${unknown}}`,
          allowed: allowed.map((name) => `{${name}}`).join(', '),
        }
  const [open] = openBrace.exec(text.replace(placeholder, ' ')) ?? []
  if (open !== undefined) return { code: 'openBrace', name: open }
  if (isOwnButton(key) && /[\r\n]/.test(text.trim())) return { code: 'buttonHasLines' }
  const max = isOwnButton(key) ? ownTextLimits.button : ownTextLimits.message
  const { length } = fillOwnText(text.trim(), { n: 10_000, m: 100_000, r: '4.5', name: longName, ...about })
  return length > max ? { code: 'tooLong', length, max } : null
}
