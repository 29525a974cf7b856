import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { buttonLabel } from '../../ownTexts/buttonLabel.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'

/** The buttons are called as they are in this course. */
export const helpMessages = (release: LearnerRelease | null, locale: Locale): OutgoingMessage[] => {
  const label = (key: 'buttonNext' | 'buttonBack' | 'buttonContents') =>
    buttonLabel(release?.texts, key, locale)
  return toMessages(
    formatText(locale, 'help', {
      next: label('buttonNext'),
      back: label('buttonBack'),
      contents: label('buttonContents'),
    }),
  )
}
