import type { LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { OwnButtonKey } from '../../../contracts/ownTexts.ts'
import type { Keyboard } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { buttonLabel } from '../../ownTexts/buttonLabel.ts'
import { formatText } from '../texts/formatText.ts'

const quizButtons = {
  begin: 'buttonQuizBegin',
  continue: 'buttonQuizContinue',
  again: 'buttonQuizAgain',
} as const

/**
 * The buttons below a step, or below the result of its quiz. `next` null: it leads nowhere yet. `texts`: the course's
 * own words.
 */
export const stepKeyboard = (
  view: {
    version: number
    /** Null: there is nothing to be tried. */
    quiz?: keyof typeof quizButtons | null
    /** Whether the answers of the quiz can be looked through. */
    canReview?: boolean
    hasBack: boolean
    next: 'next' | 'finish' | null
    bookmark?: { stepId: string; isMarked: boolean }
  },
  locale: Locale,
  texts: LearnerRelease['texts'],
): Keyboard => {
  const { version, quiz = null, canReview = false, hasBack, next, bookmark } = view
  const label = (
    key:
      | 'buttonBookmark'
      | 'buttonUnbookmark'
      | 'buttonQuizReview'
      | (typeof quizButtons)['begin' | 'continue' | 'again'],
  ) => formatText(locale, key, {}).text
  const own = (key: OwnButtonKey) => buttonLabel(texts, key, locale)
  const turning = [
    ...(hasBack ? [tapButton(own('buttonBack'), { action: 'back', version })] : []),
    ...(next === null
      ? []
      : [tapButton(own(next === 'finish' ? 'buttonFinish' : 'buttonNext'), { action: 'next', version })]),
  ]
  const marking = ({ stepId, isMarked }: { stepId: string; isMarked: boolean }) =>
    isMarked
      ? tapButton(label('buttonUnbookmark'), { action: 'unbookmark', version, stepId })
      : tapButton(label('buttonBookmark'), { action: 'bookmark', version, stepId })
  return [
    ...(quiz === null ? [] : [[tapButton(label(quizButtons[quiz]), { action: 'quiz', version })]]),
    ...(canReview ? [[tapButton(label('buttonQuizReview'), { action: 'review', version, option: 0 })]] : []),
    ...(turning.length > 0 ? [turning] : []),
    [
      tapButton(own('buttonContents'), { action: 'contents', version }),
      ...(bookmark === undefined ? [] : [marking(bookmark)]),
    ],
  ]
}
