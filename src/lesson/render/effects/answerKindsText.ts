import type { Locale } from '../../../contracts/locale.ts'
import type { AnswerKind } from '../../../contracts/submission.ts'
import { formatText } from '../texts/formatText.ts'

/** Kinds of answers as they stand in a sentence: “text, a photo or a file”. */
export const answerKindsText = (kinds: readonly AnswerKind[], locale: Locale): string =>
  new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'disjunction' }).format(
    kinds.map((kind) => formatText(locale, 'answerKind', { kind }).text),
  )
