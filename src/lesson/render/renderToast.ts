import type { ToastKey } from '../../contracts/effects/saidKeys.ts'
import type { Locale } from '../../contracts/locale.ts'
import type { EffectOf } from './effects/effectOf.ts'
import { lockText } from './rules/lockText.ts'
import { shortenText } from './text/shortenText.ts'
import { formatText } from './texts/formatText.ts'
import type { TextKey } from './texts/textArguments.ts'

const maxLength = 200

const keys = {
  buttonOutdated: 'toastButtonOutdated',
  stepLocked: 'toastStepLocked',
  stepGone: 'toastStepGone',
  notAvailable: 'toastNotAvailable',
  questionClosed: 'toastQuestionClosed',
  nothingSelected: 'toastNothingSelected',
  quizFirst: 'toastQuizFirst',
  assignmentFirst: 'toastAssignmentFirst',
  reviewFirst: 'toastReviewFirst',
  onlyReviewLeft: 'toastOnlyReviewLeft',
  draftEmpty: 'toastDraftEmpty',
  bookmarked: 'toastBookmarked',
  unbookmarked: 'toastUnbookmarked',
  bookmarksFull: 'toastBookmarksFull',
  notAllChosen: 'toastNotAllChosen',
  noAttemptsLeft: 'toastNoAttemptsLeft',
  nothingToReview: 'toastNothingToReview',
  erasing: 'toastErasing',
} as const satisfies Record<ToastKey, TextKey>

/** As much of a sentence as Telegram takes, which counts code units, where people count characters. */
const fitted = (sentence: string, length = maxLength): string => {
  const text = shortenText(sentence, length)
  return text.length <= maxLength ? text : fitted(sentence, Math.floor(length / 2))
}

/** The text of an answerCallbackQuery: at most 200 characters. */
export const renderToast = ({ key, lock }: EffectOf<'toast'>, locale: Locale): string =>
  lock === undefined ? formatText(locale, keys[key], {}).text : fitted(lockText(lock, 'sentence', locale))
