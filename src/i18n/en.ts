import { enAssignments } from './enAssignments.ts'
import { enAudit } from './enAudit.ts'
import { enAccounts } from './enAccounts.ts'
import { enProblems } from './enProblems.ts'
import { enBots } from './enBots.ts'
import { enDrip } from './enDrip.ts'
import { enFleet } from './enFleet.ts'
import { enLearning } from './enLearning.ts'
import { enLessons } from './enLessons.ts'
import { enReminders } from './enReminders.ts'
import { enReviews } from './enReviews.ts'
import { enTeam } from './enTeam.ts'
import { enNotices } from './enNotices.ts'
import { enImport } from './enImport.ts'
import { enPages } from './enPages.ts'
import { enPublishing } from './enPublishing.ts'
import { enLabels } from './enLabels.ts'
import { enQuizzes } from './enQuizzes.ts'
import { enTesting } from './enTesting.ts'
import { enUnlocking } from './enUnlocking.ts'

/** English catalogue of the CMS: labels of the admin, errors, publish gate, panels. Messages are ICU. */
export const en = {
  ...enAccounts,
  ...enProblems,
  ...enAudit,
  ...enAssignments,
  ...enBots,
  ...enDrip,
  ...enFleet,
  ...enLearning,
  ...enReminders,
  ...enLessons,
  ...enReviews,
  ...enTeam,
  ...enQuizzes,
  ...enTesting,
  ...enUnlocking,
  ...enNotices,
  ...enImport,
  ...enPages,
  ...enPublishing,
  ...enLabels,
  'error.webAddress': 'Enter the address of a web page: it begins with https:// or http://.',
  'error.twoVideos': 'Choose a file or give an address, not both.',
  'error.severalCorrect':
    'A question with one right answer has only one. Make it a question with several right answers instead.',
  'error.internal': 'Something went wrong on our side. Please try again.',
  'error.unauthenticated': 'Please sign in.',
  'error.initDataInvalid': 'Telegram did not say this: open the app again.',
  'error.initDataExpired': 'The app was opened too long ago: open it again.',
  'error.releaseNotFound': 'There is no release {number} of this course.',
  'error.stepNotFound': 'There is no such step in this course.',
  'error.stepOrderPartial': 'Name every step of the course once.',
  'step.line': 'Line {line}: {what}',
  'course.copy': '(copy)',
  'docs.contents': 'Contents',
  'docs.parameters': 'Parameters',
  'docs.body': 'Body',
  'docs.answers': 'Answers',
  'docs.schemas': 'Schemas',
  'docs.fields': 'Fields',
  'docs.required': 'Required',
  'docs.open': 'without signing in',
  'docs.title': 'Gongbu: the platform API',
  'error.idempotencyKeyReused': 'This key came with another request before.',
  'error.idempotencyKeyInvalid': '1 to 200 characters of ASCII, without spaces',
  'error.versionChanged': 'It has been changed since you saw it. Load it anew.',
  'error.accountNeeded': 'You came by a course’s bot: for this, open the platform’s app.',
  'error.accountInactive': 'This account is deactivated.',
  'error.notFound': 'There is nothing at this address.',
  'error.bodyTooDeep': 'This is nested more than {deepest} levels deep.',
  'error.methodNotAllowed': 'This address does not take this method. It takes: {allowed}.',
  'error.bodyNotJson': 'Send JSON, and say so: Content-Type: application/json.',
  'error.inputInvalid': 'The request is not of the expected form.',
  'error.bodyTooLarge': 'The request is too large: at most {megabytes} MB are taken.',
  'error.tooManyRequests':
    'Too many requests. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'error.courseNotFound': 'There is no such course among yours.',
  'error.courseIsArchived': 'This course is archived. Bring it back before publishing it.',
  'error.courseHasLearners':
    'This course has {learners, plural, one {# learner} other {# learners}}. Archive it instead of deleting it.',
  'error.userIsNeeded':
    'Courses hang on this account (made: {made}, taken: {taken}). Deactivate it instead of deleting it.',
  'error.courseNotPublishable':
    'The course is not ready: {count, plural, one {# thing is} other {# things are}} to be mended first.',
  'error.courseHasNoBot': 'This course has no bot yet.',
  'error.stepMoved': 'A step stays in its course.',
  'error.tokenMalformed':
    'This is not a bot token. BotFather gives it in the form 123456789:AA…, 35 characters after the colon.',
  'error.botServesAnotherCourse':
    'This bot already serves another course. Every course needs a bot of its own.',
  'error.pictureUnknown': 'There is no such picture among your files.',
  'error.mediaMissing': 'There is no file in the form, in a field called file.',
  'error.mediaEmpty': 'The file is empty.',
  'error.mediaTooLarge': 'The file is too large: at most {max} MB.',
  'error.mediaTooManyPixels': 'The picture has too many pixels: at most {max} million.',
  'error.mediaUnreadable': 'The file cannot be read: it is damaged, or not what it seems to be.',
  'error.mediaMismatch': 'The name ends in .{extension}, but inside is something else ({found}).',
  'error.mediaProgram': 'Programs cannot be uploaded.',
  'error.mediaImageForm':
    'Pictures of this kind ({found}) cannot be shown in a chat. Save it as JPEG, PNG, WebP, GIF or SVG.',
  'error.mediaArchiveBomb': 'This archive unpacks to far more than a computer has room for.',
  'error.mediaQuotaReached':
    'Your files take up {used} of {max} MB: there is no room for this one. Delete some that are not needed.',
  'error.importRefused':
    'Nothing has been imported: {count, plural, one {# thing is} other {# things are}} wrong in the source.',
  'error.importNoAccount': 'There is no active account {email}.',
  'error.importRunning': 'An import of yours is still running. Wait for it to end.',
  'error.importNoFile': 'Choose a ZIP archive with the lessons, or one page in Markdown.',
  'error.fileIsUsed':
    'The file is part of what learners see in {courses}. Upload another one and put it into the lesson instead.',
  'error.linkExpired': 'This link is no longer good. Open the lesson once more to get a new one.',

  'question.numbered': '{number}. {text}',
  'question.poll': 'Sent as Telegram’s own quiz.',
  'question.buttons': 'Sent as a message with buttons, because {why}.',
  'question.reason.questionTooLong': 'the question is longer than {question} characters',
  'question.reason.tooManyOptions': 'there are more than {options} answers',
  'question.reason.optionTooLong': 'an answer is longer than {option} characters',
  'question.reason.optionHasLines': 'an answer has several lines',
  'question.reason.explanationTooLong':
    'the explanation is longer than {explanation} characters or {explanationLines} lines',
  'question.problem.questionEmpty': 'The question has no text yet.',
  'question.problem.tooFewOptions': 'It needs at least two answers.',
  'question.problem.tooManyOptions': 'It has too many answers.',
  'question.problem.optionEmpty': 'An answer has no text.',
  'question.problem.optionsAlike': 'Two answers are the same.',
  'question.problem.nothingCorrect': 'Mark the right answer.',
  'question.problem.severalCorrect': 'Only one answer can be right.',
  'question.problem.questionTooLong': 'The question and its answers are too long for one message.',

  'botError.tokenRefused':
    'Telegram refuses this token. Take the current one from BotFather and paste it here.',
  'botError.tokenUnreadable': 'The stored token can no longer be read. Paste it again.',
  'botError.tooManyRequests': 'Telegram asks us to wait before going on with the set-up.',
  'botError.webhookLost': 'Telegram has lost the connection to this bot; it is being restored.',
  'botError.unreachable': 'Telegram does not answer at the moment.',
  'botError.other': 'Telegram did not accept a part of the set-up: {description}',

  'course.learners': '{count, plural, =0 {No learners yet} one {# learner} other {# learners}}',

  'admin.true': 'Yes',
  'admin.false': 'No',
  'admin.creating': 'New: {label}',
  'admin.createNew': 'Create new {label}',
  'admin.trash': 'Trash',
  'admin.settings': 'Settings',
  'admin.noResults': 'There is nothing here yet, or nothing that matches the filters.',

  'botPanel.badge.none': 'No bot',
  'botPanel.title': 'Bot',
  'botPanel.none': 'Every course teaches in a bot of its own. This one has none yet.',
  'botPanel.waitingForToken': 'The course has no bot yet.',
  'botPanel.settingUp': 'Setting up…',
  'botPanel.ready': 'The bot is ready and starts to teach when the course is published.',
  'botPanel.live': 'The bot is live.',
  'botPanel.paused': 'The bot is paused.',
  'botPanel.needsRelink': 'The bot needs a new token.',
  'botPanel.tokenLabel': 'Token from BotFather',
  'botPanel.tokenHint':
    'In Telegram, open @BotFather, send /newbot and copy the token. It is stored encrypted and never shown again.',
  'botPanel.attach': 'Connect',
  'botPanel.replace': 'Replace the token',
  'botPanel.cancel': 'Cancel',
  'botPanel.open': 'Open {username}',
  'botPanel.pause': 'Pause',
  'botPanel.resume': 'Resume',
  'botPanel.nextTry': 'Next try at {time}.',
  'botPanel.unreachable': 'The state of the bot cannot be read at the moment.',
} as const

export type MessageKey = keyof typeof en

type ErrorKey<Key> = Key extends `error.${infer Code}` ? Code : never
export type ErrorCode = ErrorKey<MessageKey>
