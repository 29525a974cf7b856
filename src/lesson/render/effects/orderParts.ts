import type { Locale } from '../../../contracts/locale.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import { shortenText } from '../text/shortenText.ts'
import { formatText } from '../texts/formatText.ts'
import { buttonRows } from './buttonRows.ts'
import type { EffectOf } from './effectOf.ts'
import type { FoundQuestion } from './questionOf.ts'
import type { QuestionParts } from './questionParts.ts'

const maxTold = 40

/** Items that are tapped one after another; those that are have left the buttons. */
export const orderParts = (
  { options }: FoundQuestion,
  { version, selected }: EffectOf<'question'>,
  locale: Locale,
): QuestionParts => {
  const { list, rows } = buttonRows(options, false, (label, option) => ({
    option,
    button: tapButton(label, { action: 'select', version, option }),
  }))
  const left = rows
    .map((row) => row.filter(({ option }) => !selected.includes(option)).map(({ button }) => button))
    .filter((row) => row.length > 0)
  const last = selected.at(-1)
  const undo = (option: number) =>
    tapButton(formatText(locale, 'buttonQuizUndo', {}).text, { action: 'deselect', version, option })
  const chosen = selected.map((option, place) =>
    plainText(`${place + 1}. ${shortenText(options[option]?.text ?? '', maxTold)}`),
  )
  const isComplete = selected.length === options.length
  return {
    lines: [
      ...list,
      ...(chosen.length === 0
        ? []
        : [joinTexts([formatText(locale, 'quizChosenSoFar', {}), ...chosen], '\n')]),
      formatText(locale, isComplete ? 'quizAllChosen' : 'quizOrder', {}),
    ],
    rows: [...left, ...(last === undefined ? [] : [[undo(last)]])],
    hasSubmit: isComplete,
  }
}
