import type { Locale } from '../../../contracts/locale.ts'
import type { Keyboard } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { formatText } from '../texts/formatText.ts'

const quizButtons = {
  begin: 'buttonQuizBegin',
  continue: 'buttonQuizContinue',
  again: 'buttonQuizAgain',
} as const

/** The buttons below a step, or below the result of its quiz. `next` null: it leads nowhere yet. */
export const stepKeyboard = (
  view: {
    version: number
    quiz?: keyof typeof quizButtons
    hasBack: boolean
    next: 'next' | 'finish' | null
  },
  locale: Locale,
): Keyboard => {
  const { version, quiz, hasBack, next } = view
  const label = (
    key:
      | 'buttonBack'
      | 'buttonNext'
      | 'buttonFinish'
      | 'buttonContents'
      | (typeof quizButtons)['begin' | 'continue' | 'again'],
  ) => formatText(locale, key, {}).text
  const turning = [
    ...(hasBack ? [tapButton(label('buttonBack'), { action: 'back', version })] : []),
    ...(next === null
      ? []
      : [tapButton(label(next === 'finish' ? 'buttonFinish' : 'buttonNext'), { action: 'next', version })]),
  ]
  return [
    ...(quiz === undefined ? [] : [[tapButton(label(quizButtons[quiz]), { action: 'quiz', version })]]),
    ...(turning.length > 0 ? [turning] : []),
    [tapButton(label('buttonContents'), { action: 'contents', version })],
  ]
}
