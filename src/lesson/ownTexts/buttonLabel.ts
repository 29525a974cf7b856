import type { LearnerRelease } from '../../contracts/learnerRelease.ts'
import type { Locale } from '../../contracts/locale.ts'
import type { OwnButtonKey } from '../../contracts/ownTexts.ts'
import { formatText } from '../render/texts/formatText.ts'
import { ownText } from './ownText.ts'

/** What a button says that creators may label. */
export const buttonLabel = (texts: LearnerRelease['texts'], key: OwnButtonKey, locale: Locale): string =>
  (ownText(texts, key, locale, {}) ?? formatText(locale, key, {})).text
