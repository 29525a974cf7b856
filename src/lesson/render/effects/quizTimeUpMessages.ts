import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'

/** Said to somebody who is elsewhere in the course when the time of their attempt is over. */
export const quizTimeUpMessages = (
  release: LearnerRelease,
  { stepId, percent }: EffectOf<'quizTimeUp'>,
  locale: Locale,
): OutgoingMessage[] => {
  const title = release.steps.find(({ id }) => id === stepId)?.title ?? ''
  return toMessages(
    percent === null
      ? formatText(locale, 'quizTimeDiscardedElsewhere', { title })
      : formatText(locale, 'quizTimeUpElsewhere', { title, percent }),
  )
}
