import type { NoticeKey } from '../../../contracts/effects/saidKeys.ts'
import type { Locale } from '../../../contracts/locale.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { formatText } from '../texts/formatText.ts'
import type { TextKey } from '../texts/textArguments.ts'
import { toMessages } from '../toMessages.ts'

const keys = {
  notAvailable: 'noticeNotAvailable',
  accountInactive: 'noticeAccountInactive',
  notStarted: 'noticeNotStarted',
  textNotExpected: 'noticeTextNotExpected',
  unknownCommand: 'noticeUnknownCommand',
  answerTooLate: 'noticeAnswerTooLate',
  answerLost: 'noticeAnswerLost',
  quizChanged: 'noticeQuizChanged',
  underReview: 'noticeUnderReview',
  assignmentClosed: 'noticeAssignmentClosed',
  noAttemptsLeft: 'noticeNoAttemptsLeft',
  rateLater: 'noticeRateLater',
  commentAsText: 'noticeCommentAsText',
  commentTooLong: 'noticeCommentTooLong',
  erasing: 'noticeErasing',
  testErased: 'noticeTestErased',
} as const satisfies Record<NoticeKey, TextKey>

export const noticeMessages = (key: NoticeKey, locale: Locale): OutgoingMessage[] =>
  toMessages(formatText(locale, keys[key], {}))
