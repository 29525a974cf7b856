/** What is said in a message, or above the chat in answer to a tap, in words of the product. */
export const noticeKeys = [
  'notAvailable',
  'accountInactive',
  'notStarted',
  'textNotExpected',
  'unknownCommand',
  'answerTooLate',
  'answerLost',
  'quizChanged',
  'underReview',
  'assignmentClosed',
  'noAttemptsLeft',
  'rateLater',
  'commentAsText',
  'commentTooLong',
  'erasing',
  'testErased',
] as const
export const toastKeys = [
  'buttonOutdated',
  'stepLocked',
  'stepGone',
  'notAvailable',
  'questionClosed',
  'nothingSelected',
  'notAllChosen',
  'quizFirst',
  'assignmentFirst',
  'reviewFirst',
  'onlyReviewLeft',
  'draftEmpty',
  'bookmarked',
  'unbookmarked',
  'bookmarksFull',
  'noAttemptsLeft',
  'nothingToReview',
  'erasing',
] as const

export type NoticeKey = (typeof noticeKeys)[number]
export type ToastKey = (typeof toastKeys)[number]
