import type { ApiStepLock } from '../../contracts/api/learning.ts'
import type { Locale } from '../../contracts/locale.ts'
import type { StepLock } from '../../contracts/stepLock.ts'
import { lockText } from '../../lesson/render/rules/lockText.ts'
import { formatText } from '../../lesson/render/texts/formatText.ts'

/** Why a step is locked, in words. @param lock null: the course's order alone locks it */
export const presentLock = (lock: StepLock | null, locale: Locale): ApiStepLock => ({
  reason: lock === null ? formatText(locale, 'toastStepLocked', {}).text : lockText(lock, 'sentence', locale),
  opensAt: lock?.opensAt ?? null,
})
