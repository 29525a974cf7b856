import type { Locale } from '../../contracts/locale.ts'
import type { MessageKey } from '../../i18n/en.ts'
import { translate } from '../../i18n/translate.ts'
import { problemCodes, type Finding } from '../../import/convert/finding.ts'

const problems: ReadonlySet<string> = new Set(problemCodes)

/** A fault of a source, or what could not be kept of it, in a person's language. */
export const describeFinding = ({ code, quiz, what }: Finding, locale: Locale): string => {
  if (quiz) return translate(locale, `import.quiz.${quiz}`, { what })
  const kind = problems.has(code) ? 'problem' : 'loss'
  return translate(locale, `import.${kind}.${code}` as MessageKey, { what })
}
