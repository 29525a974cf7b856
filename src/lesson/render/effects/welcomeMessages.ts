import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Tap } from '../../../contracts/lessonEvent.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'

const invitations = {
  begin: { text: 'welcomeBegin', button: 'buttonBegin' },
  resume: { text: 'welcomeResume', button: 'buttonResume' },
  review: { text: 'welcomeReview', button: 'buttonReview' },
} as const

const tapFor = (release: LearnerRelease, { next, version }: EffectOf<'welcome'>): Tap => {
  const [first] = release.steps
  if (next !== 'review') return { action: next, version }
  return first === undefined ? { action: 'contents', version } : { action: 'open', version, stepId: first.id }
}

export const welcomeMessages = (
  release: LearnerRelease,
  effect: EffectOf<'welcome'>,
  locale: Locale,
): OutgoingMessage[] => {
  const minutes = release.estimatedDuration
  const { rating } = effect
  const invitation = invitations[effect.next]
  // What is not known, or rated by nobody yet, is left out rather than shown empty.
  const facts = [
    formatText(locale, 'welcomeSteps', { count: release.steps.length }),
    ...(minutes === null ? [] : [formatText(locale, 'welcomeDuration', { minutes })]),
    ...(rating === null ? [] : [formatText(locale, 'welcomeRating', { rating })]),
  ]
  const text = joinTexts(
    [
      formatText(locale, 'welcomeTitle', { title: release.title }),
      plainText(release.description.trim()),
      joinTexts(facts, '\n'),
      formatText(locale, invitation.text, {}),
    ],
    '\n\n',
  )
  const label = formatText(locale, invitation.button, {}).text
  return toMessages(text, [[tapButton(label, tapFor(release, effect))]])
}
