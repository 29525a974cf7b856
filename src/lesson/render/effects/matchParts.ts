import type { LearnerQuestion } from '../../../contracts/learnerRelease.ts'
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

type Match = Extract<LearnerQuestion, { kind: 'match' }>

const maxTold = 24

/** The left ones are asked one after another. A button says for which of them it is meant. */
export const matchParts = (
  { question, options }: FoundQuestion & { question: Match },
  { version, selected }: EffectOf<'question'>,
  locale: Locale,
): QuestionParts => {
  const asked = question.lefts[selected.length]
  const first = selected.length * options.length
  const { list, rows } = buttonRows(options, false, (label, place) =>
    tapButton(label, { action: 'select', version, option: first + place }),
  )
  const chosen = selected.map((option, place) => {
    const left = shortenText(question.lefts[place]?.text ?? '', maxTold)
    return plainText(`${left} — ${shortenText(options[option]?.text ?? '', maxTold)}`)
  })
  const undo = tapButton(formatText(locale, 'buttonQuizUndo', {}).text, {
    ...{ action: 'deselect', version, option: Math.max(0, selected.length - 1) },
  })
  return {
    lines: [
      ...(asked === undefined ? [] : list),
      ...(chosen.length === 0
        ? []
        : [joinTexts([formatText(locale, 'quizChosenSoFar', {}), ...chosen], '\n')]),
      asked === undefined
        ? formatText(locale, 'quizAllChosen', {})
        : formatText(locale, 'quizMatch', { left: asked.text.trim() }),
    ],
    rows: [...(asked === undefined ? [] : rows), ...(selected.length === 0 ? [] : [[undo]])],
    hasSubmit: asked === undefined,
  }
}
