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
    bookmark?: { stepId: string; isMarked: boolean }
  },
  locale: Locale,
): Keyboard => {
  const { version, quiz, hasBack, next, bookmark } = view
  const label = (
    key:
      | 'buttonBack'
      | 'buttonNext'
      | 'buttonFinish'
      | 'buttonContents'
      | 'buttonBookmark'
      | 'buttonUnbookmark'
      | (typeof quizButtons)['begin' | 'continue' | 'again'],
  ) => formatText(locale, key, {}).text
  const turning = [
    ...(hasBack ? [tapButton(label('buttonBack'), { action: 'back', version })] : []),
    ...(next === null
      ? []
      : [tapButton(label(next === 'finish' ? 'buttonFinish' : 'buttonNext'), { action: 'next', version })]),
  ]
  const marking = ({ stepId, isMarked }: { stepId: string; isMarked: boolean }) =>
    isMarked
      ? tapButton(label('buttonUnbookmark'), { action: 'unbookmark', version, stepId })
      : tapButton(label('buttonBookmark'), { action: 'bookmark', version, stepId })
  return [
    ...(quiz === undefined ? [] : [[tapButton(label(quizButtons[quiz]), { action: 'quiz', version })]]),
    ...(turning.length > 0 ? [turning] : []),
    [
      tapButton(label('buttonContents'), { action: 'contents', version }),
      ...(bookmark === undefined ? [] : [marking(bookmark)]),
    ],
  ]
}
