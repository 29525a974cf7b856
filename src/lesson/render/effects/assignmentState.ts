import type { Locale } from '../../../contracts/locale.ts'
import { joinTexts } from '../text/joinTexts.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'
import type { EffectOf } from './effectOf.ts'

type Intro = NonNullable<EffectOf<'step'>['assignment']>

const stageLine = ({ stage, attempt, canGoOn }: Intro, locale: Locale): RichText[] => {
  switch (stage) {
    case 'open':
      return []
    case 'pending':
      return [formatText(locale, 'assignmentPending', { attempt })]
    case 'approved':
      return [formatText(locale, 'assignmentApproved', {})]
    case 'rejected':
      return [formatText(locale, 'assignmentRejected', { attempt })]
    case 'closed':
      return [formatText(locale, canGoOn ? 'assignmentClosed' : 'assignmentClosedHeld', {})]
    case 'noAttempts':
      return [formatText(locale, canGoOn ? 'assignmentNoAttempts' : 'assignmentNoAttemptsHeld', {})]
  }
}

/** What became of the last attempt; nothing before the first. */
export const assignmentState = (intro: Intro, locale: Locale): RichText[] => {
  const { stage, score, maxScore, comment } = intro
  const isReviewed = stage !== 'pending'
  const lines = [
    ...stageLine(intro, locale),
    ...(isReviewed && score !== null && maxScore !== null
      ? [formatText(locale, 'assignmentScore', { score, max: maxScore })]
      : []),
    ...(isReviewed && comment !== null ? [formatText(locale, 'assignmentComment', { comment })] : []),
  ]
  return lines.length === 0 ? [] : [joinTexts(lines, '\n')]
}
