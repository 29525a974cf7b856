import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Tap } from '../../../contracts/lessonEvent.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { buttonLabel } from '../../ownTexts/buttonLabel.ts'
import { ownText } from '../../ownTexts/ownText.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
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

const greeting = (release: LearnerRelease, effect: EffectOf<'welcome'>, locale: Locale): RichText => {
  const minutes = release.estimatedDuration
  const { rating } = effect
  const { title, texts } = release
  const description = release.description.trim()
  const own = ownText(texts, 'welcome', locale, {
    ...{ title, description, n: release.steps.length, m: minutes, name: effect.name ?? null },
    r: rating === null ? null : new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(rating),
  })
  if (own !== null) return own
  // What is not known, or rated by nobody yet, is left out rather than shown empty.
  const facts = [
    formatText(locale, 'welcomeSteps', { count: release.steps.length }),
    ...(minutes === null ? [] : [formatText(locale, 'welcomeDuration', { minutes })]),
    ...(rating === null ? [] : [formatText(locale, 'welcomeRating', { rating })]),
  ]
  return joinTexts(
    [formatText(locale, 'welcomeTitle', { title }), plainText(description), joinTexts(facts, '\n')],
    '\n\n',
  )
}

export const welcomeMessages = (
  release: LearnerRelease,
  effect: EffectOf<'welcome'>,
  locale: Locale,
): OutgoingMessage[] => {
  const invitation = invitations[effect.next]
  const button = buttonLabel(release.texts, invitation.button, locale)
  const text = joinTexts(
    [greeting(release, effect, locale), formatText(locale, invitation.text, { button })],
    '\n\n',
  )
  return toMessages(text, [[tapButton(button, tapFor(release, effect))]])
}
