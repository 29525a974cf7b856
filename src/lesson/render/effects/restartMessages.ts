import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { buttonLabel } from '../../ownTexts/buttonLabel.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'

export const restartMessages = (
  release: LearnerRelease,
  { version, isCompleted }: EffectOf<'restart'>,
  locale: Locale,
): OutgoingMessage[] => {
  const text = joinTexts(
    [
      formatText(locale, 'restartTitle', { title: release.title }),
      formatText(locale, 'restartText', {}),
      ...(isCompleted ? [formatText(locale, 'restartCompleted', {})] : []),
    ],
    '\n\n',
  )
  return toMessages(text, [
    [tapButton(formatText(locale, 'buttonRestart', {}).text, { action: 'restart', version })],
    [tapButton(buttonLabel(release.texts, 'buttonResume', locale), { action: 'resume', version })],
  ])
}
