import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { buttonLabel } from '../../ownTexts/buttonLabel.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { lockText } from '../rules/lockText.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { lineText } from '../text/lineText.ts'
import { plainText } from '../text/plainText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import { progressLine } from './progressLine.ts'

/** Which step has to be waited for, why, and until when. */
export const waitingMessages = (
  release: LearnerRelease,
  effect: EffectOf<'waiting'>,
  locale: Locale,
): OutgoingMessage[] => {
  const { version, stepId, backTo, lock } = effect
  const index = release.steps.findIndex(({ id }) => id === stepId)
  const title = lineText(release.steps[index]?.title ?? '', 200)
  const button = buttonLabel(release.texts, 'buttonResume', locale)
  const text = joinTexts(
    [
      formatText(locale, 'waitingTitle', {}),
      joinTexts(
        [
          formatText(locale, 'waitingStep', { index: index + 1, title }),
          ...(lock === undefined ? [] : [plainText(lockText(lock, 'sentence', locale))]),
        ],
        '\n',
      ),
      formatText(locale, 'waitingHint', { button }),
      progressLine(effect.progress, locale),
    ],
    '\n\n',
  )
  const back = (id: string) =>
    tapButton(buttonLabel(release.texts, 'buttonBack', locale), { action: 'open', version, stepId: id })
  const contents = buttonLabel(release.texts, 'buttonContents', locale)
  return toMessages(text, [
    [...(backTo === null ? [] : [back(backTo)]), tapButton(button, { action: 'resume', version })],
    [tapButton(contents, { action: 'contents', version })],
  ])
}
