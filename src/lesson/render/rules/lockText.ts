import type { Locale } from '../../../contracts/locale.ts'
import type { StepLock } from '../../../contracts/stepLock.ts'
import { formatMoment } from '../texts/formatMoment.ts'
import { formatText } from '../texts/formatText.ts'
import { ruleText } from './ruleText.ts'

/** Why a step is locked, or when it opens: a sentence, or a few words for a list. */
export const lockText = (lock: StepLock, form: 'sentence' | 'listed', locale: Locale): string => {
  const { opensAt, missing, timeZone } = lock
  const isListed = form === 'listed'
  if (missing !== null) {
    const rule = ruleText(missing, { locale, timeZone })
    return formatText(locale, isListed ? 'listedOpensWhen' : 'lockOpensWhen', { rule }).text
  }
  const date = formatMoment(locale, opensAt ?? '', timeZone)
  return formatText(locale, isListed ? 'listedOpensAt' : 'lockOpensAt', { date }).text
}
