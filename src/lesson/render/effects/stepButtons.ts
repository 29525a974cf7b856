import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { Keyboard } from '../outgoingMessage.ts'
import type { EffectOf } from './effectOf.ts'
import { stepKeyboard } from './stepKeyboard.ts'

/** The buttons below a step: the same when it is shown, and when one of them has changed. */
export const stepButtons = (
  effect: EffectOf<'step'> | EffectOf<'stepButtons'>,
  locale: Locale,
  texts: LearnerRelease['texts'],
): Keyboard => {
  const { version, stepId, quiz, assignment, hasBack, isBookmarked } = effect
  const isHeld = quiz?.canGoOn === false || assignment?.canGoOn === false
  const next = isHeld ? null : effect.next
  const bookmark = { stepId, isMarked: isBookmarked ?? false }
  const { next: tries, canReview } = quiz ?? {}
  return stepKeyboard({ version, quiz: tries, canReview, hasBack, next, bookmark }, locale, texts)
}
