import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { buttonLabel } from '../../ownTexts/buttonLabel.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import { linesOf, listKeyboard, listText } from './listedSteps.ts'

const titleLength = 200

export const bookmarksMessages = (
  release: LearnerRelease,
  { steps, version }: EffectOf<'bookmarks'>,
  locale: Locale,
): OutgoingMessage[] => {
  // All of them are marked: the sign tells nothing here.
  const lines = linesOf(release, steps).map((line) => ({ ...line, isBookmarked: false }))
  const list =
    lines.length === 0 ? formatText(locale, 'bookmarksNone', {}) : listText(lines, titleLength, locale)
  const contents = tapButton(buttonLabel(release.texts, 'buttonContents', locale), {
    action: 'contents',
    version,
  })
  return toMessages(joinTexts([formatText(locale, 'bookmarksTitle', {}), list], '\n\n'), [
    ...listKeyboard(lines, version),
    [contents],
  ])
}
