import type { LearnerRelease } from '../../contracts/learnerRelease.ts'
import type { Locale } from '../../contracts/locale.ts'
import type { OwnTextKey } from '../../contracts/ownTexts.ts'
import { plainText } from '../render/text/plainText.ts'
import type { RichText } from '../render/text/richText.ts'
import { fillOwnText, type OwnTextValues } from './fillOwnText.ts'

/** What the course's creator wrote for learners of that language; null: nothing, or nothing that would be seen. */
export const ownText = (
  texts: LearnerRelease['texts'],
  key: OwnTextKey,
  locale: Locale,
  values: OwnTextValues,
): RichText | null => {
  const written = texts?.[locale]?.[key]
  if (written === undefined) return null
  const filled = plainText(fillOwnText(written, values))
  return filled.text.trim() === '' ? null : filled
}
