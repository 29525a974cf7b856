import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import { progressLine } from './progressLine.ts'

export const completionMessages = (
  release: LearnerRelease,
  effect: EffectOf<'completion'>,
  locale: Locale,
): OutgoingMessage[] => {
  const { version } = effect
  const [first] = release.steps
  const text = joinTexts(
    [
      formatText(locale, 'completionTitle', { title: release.title }),
      formatText(locale, 'completionText', {}),
      progressLine(effect.progress, locale),
    ],
    '\n\n',
  )
  const contents = tapButton(formatText(locale, 'buttonContents', {}).text, { action: 'contents', version })
  const review = (stepId: string) =>
    tapButton(formatText(locale, 'buttonReview', {}).text, { action: 'open', version, stepId })
  return toMessages(text, [[contents, ...(first === undefined ? [] : [review(first.id)])]])
}
