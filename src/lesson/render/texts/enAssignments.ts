import type { AssignmentKey } from './assignmentArguments.ts'

/** Assignments, in English. */
export const enAssignments: Readonly<Record<AssignmentKey, string>> = {
  assignmentTitle: '<b>📝 Assignment: {title}</b>',
  assignmentRequirements: 'Requirements:',
  assignmentRequirement: '• {text}',
  assignmentAnswer: 'Send your answer as {kinds}.',
  answerKind:
    '{kind, select, text {text} photo {a photo} file {a file} voice {a voice message} video {a video} other {a video note}}',
  assignmentFiles:
    '📎 {files, plural, one {# file} other {# files}} at most, up to {megabytes, number, ::.#} MB each.',
  assignmentExtensions: 'Kinds of files: {extensions}.',
  assignmentDue: '🗓 Due: {date}. Later answers are marked as late.',
  assignmentCutOff: '⛔ No answers are taken after {date}.',
  assignmentAttemptsLeft: '{left, plural, one {# attempt} other {# attempts}} left.',
  assignmentPending: '⏳ Your answer (attempt {attempt}) is waiting for review.',
  assignmentApproved: '✅ Your answer has been approved.',
  assignmentRejected: '🔁 Attempt {attempt} was not approved. You can send a new answer.',
  assignmentClosed: '⛔ The time is over: answers are no longer taken.',
  assignmentClosedHeld:
    '⛔ The time is over, and the course goes on only when this is approved. Please write to the author of the course: they can give you more time.',
  assignmentNoAttempts: '⛔ There are no attempts left.',
  assignmentNoAttemptsHeld:
    '⛔ There are no attempts left, and the course goes on only when this is approved. Please write to the author of the course: they can give you more attempts.',
  assignmentScore: 'Points: {score, number} of {max, number}',
  assignmentComment: '💬 {comment}',
  draftCollected: '<b>📥 Collected:</b> {what}',
  draftEmpty: '<b>📥 Nothing is collected yet.</b>',
  draftItem:
    '{kind, select, text {{count, plural, one {# text} other {# texts}}} photo {{count, plural, one {# photo} other {# photos}}} video {{count, plural, one {# video} other {# videos}}} audio {{count, plural, one {# sound file} other {# sound files}}} voice {{count, plural, one {# voice message} other {# voice messages}}} videoNote {{count, plural, one {# video note} other {# video notes}}} animation {{count, plural, one {# animation} other {# animations}}} other {{count, plural, one {# file} other {# files}}}}',
  draftHint:
    'You can add more. When everything is there, press “Send for review”. What you edit afterwards in the chat is not taken over.',
  refusedTimes: '({count} times)',
  refusedKind: '⚠️ Not taken: here you answer with {kinds}.',
  refusedProgram: '⚠️ Not taken: programs cannot be sent.',
  refusedExtension: '⚠️ Not taken: only files of these kinds can be sent: {extensions}.',
  refusedEmpty: '⚠️ Not taken: there is nothing in it.',
  refusedTooLarge: '⚠️ Not taken: the file is larger than {megabytes, number, ::.#} MB.',
  refusedTooManyFiles: '⚠️ Not taken: an answer has {files, plural, one {# file} other {# files}} at most.',
  refusedTooManyTexts:
    '⚠️ Not taken: this is more text than an answer can hold. Send it as a file, if files are accepted.',
  submittedTitle: '<b>📨 Sent for review</b> (attempt {attempt})',
  submittedApproved: '<b>✅ Your answer is accepted</b> (attempt {attempt})',
  submittedLate: '⏰ It came after the due date and is marked as late.',
  submittedWait: 'You will be told here when it has been reviewed; then the course goes on.',
  submittedGoOn:
    'You will be told here when it has been reviewed. You need not wait for it: the way on is open.',
  reviewedApproved: '<b>✅ Your answer to the assignment “{title}” has been approved</b>',
  reviewedRejected: '<b>🔁 Your answer to the assignment “{title}” needs more work</b>',
  reviewedRetry: 'Open the assignment and send a new answer.',
  noticeUnderReview:
    'Your answer is being reviewed: nothing can be added to it now. You will be told when it is done.',
  noticeAssignmentClosed: 'The time for this assignment is over: answers are no longer taken.',
  noticeNoAttemptsLeft: 'There are no attempts left for this assignment.',
  toastAssignmentFirst: 'Send your answer to the assignment first: then the way on is open.',
  toastOnlyReviewLeft: 'All else is done. What is left is the review of your answer here: you will be told.',
  toastReviewFirst: 'Your answer is still being reviewed: then the way on is open.',
  toastDraftEmpty: 'There is nothing to send yet: send your answer first.',
  buttonSend: 'Send for review',
  buttonClear: 'Clear',
  buttonOpenAssignment: 'Open the assignment',
}
