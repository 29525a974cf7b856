import { enAssignments } from './enAssignments.ts'
import { enQuiz } from './enQuiz.ts'
import { enPersonal } from './enPersonal.ts'
import { enTime } from './enTime.ts'
import { enRules } from './enRules.ts'
import type { Catalogue } from './textArguments.ts'

export const en: Catalogue = {
  ...enAssignments,
  ...enQuiz,
  ...enPersonal,
  ...enTime,
  testMark: '🧪 A test: learners do not see this, and no statistics count it.',
  testPoll: '🧪 Test · {question}',
  noticeTestErased:
    'What you did in this test is erased. You are still one of its testers, until the author removes you: /start begins anew.',
  ...enRules,
  welcomeTitle: '<b>🎓 Welcome to the course "{title}"</b>',
  welcomeSteps: '📚 Steps in total: {count}',
  welcomeDuration: '⏱ Estimated time: {minutes} min',
  welcomeRating: '⭐ Rating: {rating, number, ::.#}/5',
  welcomeBegin: 'Press "{button}" to go to the first step.',
  welcomeResume: 'Press "{button}" to go back to the step where you left off.',
  welcomeReview: 'You have already finished this course. Press "{button}" to look through it once more.',
  stepTitle: '<b>📖 Step {index}: {title}</b>',
  stepOptional: '🌿 This step is optional: you may skip it.',
  fileUnavailable: '📎 This file is not available.',
  fileLink: '📎 {name} ({size} MB)',
  calloutNote: 'Note',
  calloutTip: 'Tip',
  calloutImportant: 'Important',
  calloutWarning: 'Warning',
  detailsSummary: 'More',
  progressLine: '📊 Progress: {done}/{total} ({percent}%)',
  completionTitle: '<b>🎉 Congratulations! You have finished the course "{title}"</b>',
  completionText: 'All steps stay open: go back to any of them through the contents.',
  contentsTitle: '<b>📚 Contents of the course "{title}"</b>',
  contentsSection: '<b>{section}</b>',
  contentsLegendWaiting: '⏳ being reviewed',
  contentsLegend: '✅ done · ▶️ you are here · 🔓 open · 🔒 locked for now',
  contentsOptional: '{title} (optional)',
  contentsPage: 'Page {page} of {pages}',
  bookmarksTitle: '<b>🔖 Your bookmarks</b>',
  bookmarksNone: 'You have no bookmarks yet. “🔖 Bookmark” below a step puts it here.',
  progressTitle: '<b>🎓 {title}</b>',
  progressCurrent: '▶️ You are on step {index}: {title}',
  progressLeft: '{left, plural, one {# step} other {# steps}} to go.',
  progressCompleted: '🎉 You have finished this course.',
  progressSection: '{section}: {done}/{total}',
  progressOtherSteps: 'Other steps',
  restartTitle: '<b>🔄 Begin the course "{title}" anew?</b>',
  restartText:
    'The marks of what you have done are taken away, and the steps are locked again. Your bookmarks, answers and best results stay.',
  restartCompleted: 'That you have finished the course stays known.',
  quizQuestion: '<b>❓ Question {index} of {total}</b>',
  quizPollQuestion: '{index}/{total}. {text}',
  quizChooseOne: 'Choose one answer.',
  quizChooseAll: 'Choose all the right answers, then press “Submit”.',
  quizRight: '<b>🎉 Right!</b>',
  quizWrong: '<b>🤔 Not quite.</b>',
  quizMissed: '(right, but not chosen)',
  quizResult: '<b>🏁 Your result: {percent}%</b>',
  quizRightOf: 'Right answers: {right} of {total}',
  quizPassed: '✅ Passed: at least {percent}% was needed.',
  quizFailed: '❌ Not passed yet: at least {percent}% is needed. You can try again.',
  quizBest: '🏆 Your best result: {percent}%',
  quizQuestions: '❓ {count, plural, one {# question} other {# questions}}',
  help: `<b>How to take the course</b>

“{next}” marks the step as done and opens the following one, “{back}” returns to the previous one, “{contents}” shows all steps of the course and which are open.

/start — the beginning of the course
/contents — contents
/bookmarks — your bookmarks
/progress — your progress
/resume — continue where you left off
/settings — language, time zone, reminders
/rate — rate the course
/restart — begin the course anew
/delete_me — get your data and erase them
/help — this help`,
  noticeNotAvailable: 'This course is not available right now. Please come back later.',
  noticeAccountInactive: 'Your access is suspended. Please contact the author of the course.',
  noticeNotStarted: 'Send /start to open the course.',
  noticeTextNotExpected:
    'This step needs no message from you: please use the buttons. If you cannot see them, send /resume.',
  noticeUnknownCommand: 'There is no such command. See /help for what this bot can do.',
  noticeAnswerTooLate:
    'This answer was not counted: the question is no longer open. Send /resume to continue where you are.',
  noticeAnswerLost: 'Sorry, your answer did not reach us. Here is the question again:',
  noticeQuizChanged: 'The author has changed this quiz, so it begins anew.',
  toastButtonOutdated: 'This button is out of date. Use the buttons of the latest message or send /resume.',
  toastStepLocked: 'This step is still locked: complete the ones before it first.',
  toastStepGone: 'This step is no longer part of the course.',
  toastNotAvailable: 'This is not available right now. Please try again later.',
  toastQuestionClosed: 'This question is no longer open. Go on with the latest message or send /resume.',
  toastNothingSelected: 'Choose at least one answer first.',
  toastQuizFirst: 'Pass the quiz first: then the way on is open.',
  toastBookmarked: '🔖 Bookmarked. /bookmarks lists all of them.',
  toastUnbookmarked: 'The bookmark is removed.',
  toastBookmarksFull: 'There is no room for another bookmark: remove one first. /bookmarks',
  buttonBegin: 'Start learning',
  buttonResume: 'Continue',
  buttonReview: 'Open again',
  buttonBack: 'Back',
  buttonNext: 'Next',
  buttonFinish: 'Finish',
  buttonContents: 'Contents',
  buttonBookmark: '🔖 Bookmark',
  buttonUnbookmark: '🔖 Remove',
  buttonRestart: 'Begin anew',
  buttonQuizBegin: 'Start the quiz',
  buttonQuizContinue: 'Continue the quiz',
  buttonQuizAgain: 'Try again',
  buttonQuizSubmit: 'Submit',
  commandStart: 'The beginning of the course',
  commandContents: 'Contents of the course',
  commandBookmarks: 'Your bookmarks',
  commandProgress: 'Your progress',
  commandResume: 'Continue learning',
  commandRestart: 'Begin the course anew',
  commandHelp: 'Help',
}
