import type { Catalogue } from './textArguments.ts'

export const en: Catalogue = {
  welcomeTitle: '<b>🎓 Welcome to the course "{title}"</b>',
  welcomeSteps: '📚 Steps in total: {count}',
  welcomeDuration: '⏱ Estimated time: {minutes} min',
  welcomeRating: '⭐ Rating: {rating, number, ::.#}/5',
  welcomeBegin: 'Press "Start learning" to go to the first step.',
  welcomeResume: 'Press "Continue" to go back to the step where you left off.',
  welcomeReview: 'You have already finished this course. Press "Open again" to look through it once more.',
  stepTitle: '<b>📖 Step {index}: {title}</b>',
  progressLine: '📊 Progress: {done}/{total} ({percent}%)',
  completionTitle: '<b>🎉 Congratulations! You have finished the course "{title}"</b>',
  completionText: 'All steps stay open: go back to any of them through the contents.',
  contentsTitle: '<b>📚 Contents of the course "{title}"</b>',
  contentsSection: '<b>{section}</b>',
  contentsLegend: '✅ done · ▶️ you are here · 🔓 open · 🔒 locked for now',
  progressTitle: '<b>🎓 {title}</b>',
  progressCurrent: '▶️ You are on step {index}: {title}',
  progressLeft: '{left, plural, one {# step} other {# steps}} to go.',
  progressCompleted: '🎉 You have finished this course.',
  help: `<b>How to take the course</b>

“Next” marks the step as done and opens the following one, “Back” returns to the previous one, “Contents” shows all steps of the course and which are open.

/start — the beginning of the course
/contents — contents
/progress — your progress
/resume — continue where you left off
/help — this help`,
  noticeNotAvailable: 'This course is not available right now. Please come back later.',
  noticeAccountInactive: 'Your access is suspended. Please contact the author of the course.',
  noticeNotStarted: 'Send /start to open the course.',
  noticeTextNotExpected:
    'This step needs no message from you: please use the buttons. If you cannot see them, send /resume.',
  noticeUnknownCommand: 'There is no such command. See /help for what this bot can do.',
  toastButtonOutdated: 'This button is out of date. Use the buttons of the latest message or send /resume.',
  toastStepLocked: 'This step is still locked: complete the ones before it first.',
  toastStepGone: 'This step is no longer part of the course.',
  toastNotAvailable: 'This is not available right now. Please try again later.',
  buttonBegin: 'Start learning',
  buttonResume: 'Continue',
  buttonReview: 'Open again',
  buttonBack: 'Back',
  buttonNext: 'Next',
  buttonFinish: 'Finish',
  buttonContents: 'Contents',
  commandStart: 'The beginning of the course',
  commandContents: 'Contents of the course',
  commandProgress: 'Your progress',
  commandResume: 'Continue learning',
  commandHelp: 'Help',
}
