import type { ToastKey } from '../../contracts/lessonEffect.ts'
import type { Locale } from '../../contracts/locale.ts'
import { formatText } from './texts/formatText.ts'
import type { TextKey } from './texts/textArguments.ts'

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
  draftEmpty: 'toastDraftEmpty',
  bookmarked: 'toastBookmarked',
  unbookmarked: 'toastUnbookmarked',
  bookmarksFull: 'toastBookmarksFull',
  notAllChosen: 'toastNotAllChosen',
  noAttemptsLeft: 'toastNoAttemptsLeft',
  nothingToReview: 'toastNothingToReview',
  erasing: 'toastErasing',
} as const satisfies Record<ToastKey, TextKey>

/** The text of an answerCallbackQuery: at most 200 characters. */
export const renderToast = (key: ToastKey, locale: Locale): string => formatText(locale, keys[key], {}).text
