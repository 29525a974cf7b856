import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { buttonLabel } from '../../ownTexts/buttonLabel.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { lineText } from '../text/lineText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'

const titleLength = 200
/** More of them would say less. */
const mostLines = 10

/** Which steps have opened, and a button to the first of them. Steps that are gone are not told of. */
export const unlockedMessages = (
  release: LearnerRelease,
  { version, stepIds }: EffectOf<'unlocked'>,
  locale: Locale,
): OutgoingMessage[] => {
  const opened = release.steps.flatMap((step, index) =>
    stepIds.includes(step.id) ? [{ id: step.id, index: index + 1, title: step.title }] : [],
  )
  const [first] = opened
  if (first === undefined) return []
  const shown = opened.slice(0, mostLines)
  const lines = shown.map(({ index, title }) =>
    formatText(locale, 'unlockedStep', { index, title: lineText(title, titleLength) }),
  )
  const rest = opened.length - shown.length
  const list = joinTexts(
    [...lines, ...(rest > 0 ? [formatText(locale, 'unlockedMore', { count: rest })] : [])],
    '\n',
  )
  const title = formatText(locale, 'unlockedTitle', { count: opened.length })
  return toMessages(joinTexts([title, list], '\n\n'), [
    [
      tapButton(formatText(locale, 'buttonOpenStep', {}).text, {
        action: 'open',
        version,
        stepId: first.id,
      }),
    ],
    [tapButton(buttonLabel(release.texts, 'buttonContents', locale), { action: 'contents', version })],
  ])
}
