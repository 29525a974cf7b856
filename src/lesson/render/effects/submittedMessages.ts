import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { inPlace } from '../inPlace.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import { stepKeyboard } from './stepKeyboard.ts'

/** What was collected has been handed in: said in place of what collected it. */
export const submittedMessages = (
  release: LearnerRelease,
  effect: EffectOf<'submitted'>,
  locale: Locale,
): OutgoingMessage[] => {
  const { version, attempt, isLate, isApproved, hasBack, next } = effect
  const text = joinTexts(
    [
      formatText(locale, isApproved ? 'submittedApproved' : 'submittedTitle', { attempt }),
      ...(isLate ? [formatText(locale, 'submittedLate', {})] : []),
      ...(isApproved ? [] : [formatText(locale, next === null ? 'submittedWait' : 'submittedGoOn', {})]),
    ],
    '\n\n',
  )
  return inPlace(toMessages(text, stepKeyboard({ version, hasBack, next }, locale, release.texts)))
}
