import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { buttonLabel } from '../../ownTexts/buttonLabel.ts'
import { ownText } from '../../ownTexts/ownText.ts'
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
  const own = ownText(release.texts, 'completion', locale, {
    ...{ title: release.title, n: release.steps.length, name: effect.name ?? null },
  })
  const text = joinTexts(
    [
      ...(own === null
        ? [
            formatText(locale, 'completionTitle', { title: release.title }),
            formatText(locale, 'completionText', {}),
          ]
        : [own]),
      progressLine(effect.progress, locale),
    ],
    '\n\n',
  )
  const contents = tapButton(buttonLabel(release.texts, 'buttonContents', locale), {
    action: 'contents',
    version,
  })
  const review = (stepId: string) =>
    tapButton(buttonLabel(release.texts, 'buttonReview', locale), { action: 'open', version, stepId })
  const rating = tapButton(formatText(locale, 'buttonRate', {}).text, { action: 'rate', version, option: 0 })
  return toMessages(text, [[contents, ...(first === undefined ? [] : [review(first.id)])], [rating]])
}
