import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { OwnButtonKey } from '../../../contracts/ownTexts.ts'
import { buttonLabel } from '../../ownTexts/buttonLabel.ts'
import type { Keyboard, OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'

type Reviewed = EffectOf<'reviewed'>

const keyboardOf = (
  { version, stepId, verdict, canRetry, next }: Reviewed,
  locale: Locale,
  texts: LearnerRelease['texts'],
): Keyboard => {
  const own = (key: OwnButtonKey) => buttonLabel(texts, key, locale)
  const going =
    next === null
      ? []
      : [[tapButton(own(next === 'finish' ? 'buttonFinish' : 'buttonNext'), { action: 'next', version })]]
  const open = tapButton(formatText(locale, 'buttonOpenAssignment', {}).text, {
    action: 'open',
    version,
    stepId,
  })
  return [
    ...(verdict === 'rejected' && canRetry ? [[open]] : going),
    [tapButton(own('buttonContents'), { action: 'contents', version })],
  ]
}

const goingOn = ({ canRetry, attemptsLeft, isHeld }: Reviewed) => {
  if (canRetry) return 'reviewedRetry'
  if (attemptsLeft === 0) return isHeld ? 'assignmentNoAttemptsHeld' : 'assignmentNoAttempts'
  return isHeld ? 'assignmentClosedHeld' : 'assignmentClosed'
}

/** The verdict, with what the reviewer wrote and said. */
export const reviewedMessages = (
  release: LearnerRelease,
  effect: Reviewed,
  locale: Locale,
): OutgoingMessage[] => {
  const { stepId, verdict, score, maxScore, comment, voice, canRetry, attemptsLeft: left } = effect
  const title = release.steps.find(({ id }) => id === stepId)?.title ?? ''
  const isApproved = verdict === 'approved'
  const text = joinTexts(
    [
      formatText(locale, isApproved ? 'reviewedApproved' : 'reviewedRejected', { title }),
      ...(score !== null && maxScore !== null
        ? [formatText(locale, 'assignmentScore', { score, max: maxScore })]
        : []),
      ...(comment === null ? [] : [formatText(locale, 'assignmentComment', { comment })]),
      ...(isApproved ? [] : [formatText(locale, goingOn(effect), {})]),
      ...(!isApproved && canRetry && left !== null
        ? [formatText(locale, 'assignmentAttemptsLeft', { left })]
        : []),
    ],
    '\n\n',
  )
  const said: OutgoingMessage[] =
    voice === null ? [] : [{ kind: 'media', as: 'voice', media: voice, caption: '', entities: [] }]
  return [...said, ...toMessages(text, keyboardOf(effect, locale, release.texts))]
}
