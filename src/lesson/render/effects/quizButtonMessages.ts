import type { Locale } from '../../../contracts/locale.ts'
import { inPlace } from '../inPlace.ts'
import type { Keyboard, OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import type { FoundQuestion } from './questionOf.ts'
import type { QuestionPicture } from './questionPicture.ts'

/** Longer options stand in the text, and their buttons bear numbers: a phone cuts what does not fit on one. */
const maxButtonText = 30
const numbersPerRow = 5

const rowsOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, row) =>
    items.slice(row * size, (row + 1) * size),
  )

/** A question as a message with buttons, its picture before it. */
export const quizButtonMessages = (
  { question, options }: FoundQuestion,
  picture: QuestionPicture,
  effect: EffectOf<'question'>,
  locale: Locale,
): OutgoingMessage[] => {
  const { version, selected, index, total, isInPlace } = effect
  const isMultiple = question.kind === 'multiple'
  const texts = options.map((option) => plainText(option.text).text.trim())
  const areListed = texts.some((text) => text.length > maxButtonText || text.includes('\n'))
  const list = texts.map((text, place) => plainText(`${place + 1}. ${text}`))
  const buttons = texts.map((text, option) => {
    const label = areListed ? String(option + 1) : text
    if (!isMultiple) return tapButton(label, { action: 'answer', version, option })
    const isTicked = selected.includes(option)
    const action = isTicked ? ('deselect' as const) : ('select' as const)
    return tapButton(`${isTicked ? '☑' : '☐'} ${label}`, { action, version, option })
  })
  const submit = tapButton(formatText(locale, 'buttonQuizSubmit', {}).text, { action: 'submit', version })
  const contents = tapButton(formatText(locale, 'buttonContents', {}).text, { action: 'contents', version })
  const keyboard: Keyboard = [
    ...rowsOf(buttons, areListed ? numbersPerRow : 1),
    ...(isMultiple ? [[submit]] : []),
    [contents],
  ]
  const text = joinTexts(
    [
      formatText(locale, 'quizQuestion', { index: index + 1, total }),
      picture.words,
      plainText(question.text.trim()),
      ...(areListed ? [joinTexts(list, '\n')] : []),
      formatText(locale, isMultiple ? 'quizChooseAll' : 'quizChooseOne', {}),
    ],
    '\n\n',
  )
  const messages = toMessages(text, keyboard)
  if (isInPlace) return inPlace(messages)
  return picture.message === null ? messages : [picture.message, ...messages]
}
