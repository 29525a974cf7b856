import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { inPlace } from '../inPlace.ts'
import type { Keyboard, OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import { linesOf, listKeyboard, listText } from './listedSteps.ts'
import { progressLine } from './progressLine.ts'

const titleLength = 200
/** What a page's titles are cut to, until all of it stands in the one message that pages are turned in. */
const shorterLengths = [100, 60, 40, 24]

const pageButtons = ({ page, version }: EffectOf<'contents'>): Keyboard => {
  if (page === undefined) return []
  const { number, count } = page
  const turn = (sign: string, to: number) =>
    tapButton(`${sign} ${to + 1}/${count}`, { action: 'page', version, option: to })
  return [
    [
      ...(number > 0 ? [turn('◀️', number - 1)] : []),
      ...(number < count - 1 ? [turn('▶️', number + 1)] : []),
    ],
  ]
}

/** The course, or a page of it, in words, and a button for every step that is not locked. */
export const contentsMessages = (
  release: LearnerRelease,
  effect: EffectOf<'contents'>,
  locale: Locale,
): OutgoingMessage[] => {
  const { page, version, isInPlace } = effect
  const lines = linesOf(release, effect.steps)
  const keyboard = [...listKeyboard(lines, version), ...pageButtons(effect)]
  const isWaiting = lines.some(({ mark }) => mark === 'waiting')
  const write = (maxTitle: number) =>
    toMessages(
      joinTexts(
        [
          formatText(locale, 'contentsTitle', { title: release.title }),
          listText(lines, maxTitle, locale),
          progressLine(effect.progress, locale),
          ...(page ? [formatText(locale, 'contentsPage', { page: page.number + 1, pages: page.count })] : []),
          joinTexts(
            [
              formatText(locale, 'contentsLegend', {}),
              ...(isWaiting ? [formatText(locale, 'contentsLegendWaiting', {})] : []),
            ],
            ' · ',
          ),
        ],
        '\n\n',
      ),
      keyboard,
    )
  let messages = write(titleLength)
  if (page !== undefined)
    for (const length of shorterLengths) if (messages.length > 1) messages = write(length)
  return isInPlace ? inPlace(messages) : messages
}
