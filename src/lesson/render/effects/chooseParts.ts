import type { Locale } from '../../../contracts/locale.ts'
import { tapButton } from '../tapButton.ts'
import { formatText } from '../texts/formatText.ts'
import { buttonRows } from './buttonRows.ts'
import type { EffectOf } from './effectOf.ts'
import type { FoundQuestion } from './questionOf.ts'
import type { QuestionParts } from './questionParts.ts'

/** One option, or several that are ticked and then submitted. */
export const chooseParts = (
  { question, options }: FoundQuestion,
  { version, selected }: EffectOf<'question'>,
  { hasPictures, locale }: { hasPictures: boolean; locale: Locale },
): QuestionParts => {
  const isMultiple = question.kind === 'multiple'
  const { list, rows } = buttonRows(options, hasPictures, (label, option) => {
    if (!isMultiple) return tapButton(label, { action: 'answer', version, option })
    const isTicked = selected.includes(option)
    const action = isTicked ? ('deselect' as const) : ('select' as const)
    return tapButton(`${isTicked ? '☑' : '☐'} ${label}`, { action, version, option })
  })
  const hint = formatText(locale, isMultiple ? 'quizChooseAll' : 'quizChooseOne', {})
  return { lines: [...list, hint], rows, hasSubmit: isMultiple }
}
