import type { LearnerRelease } from '../../contracts/learnerRelease.ts'
import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import { bookmarksMessages } from './effects/bookmarksMessages.ts'
import { answerRefusedMessages } from './effects/answerRefusedMessages.ts'
import { completionMessages } from './effects/completionMessages.ts'
import { contentsMessages } from './effects/contentsMessages.ts'
import { erasureMessages } from './effects/erasureMessages.ts'
import { helpMessages } from './effects/helpMessages.ts'
import { draftMessages } from './effects/draftMessages.ts'
import { noticeMessages } from './effects/noticeMessages.ts'
import { progressMessages } from './effects/progressMessages.ts'
import { quizFeedbackMessages } from './effects/quizFeedbackMessages.ts'
import { quizQuestionMessages } from './effects/quizQuestionMessages.ts'
import { quizResultMessages } from './effects/quizResultMessages.ts'
import { ratingMessages } from './effects/ratingMessages.ts'
import { reminderMessages } from './effects/reminderMessages.ts'
import { restartMessages } from './effects/restartMessages.ts'
import { reviewedMessages } from './effects/reviewedMessages.ts'
import { settingsMessages } from './effects/settingsMessages.ts'
import { stepButtons } from './effects/stepButtons.ts'
import { quizReviewMessages } from './effects/quizReviewMessages.ts'
import { quizTimeUpMessages } from './effects/quizTimeUpMessages.ts'
import { stepMessages } from './effects/stepMessages.ts'
import { streakMessages } from './effects/streakMessages.ts'
import { submittedMessages } from './effects/submittedMessages.ts'
import { unlockedMessages } from './effects/unlockedMessages.ts'
import { waitingMessages } from './effects/waitingMessages.ts'
import { welcomeMessages } from './effects/welcomeMessages.ts'
import { markAsTest } from './markAsTest.ts'
import type { OutgoingMessage } from './outgoingMessage.ts'
import type { RenderContext } from './renderContext.ts'

const messagesOf = (
  release: LearnerRelease | null,
  effect: LessonEffect,
  context: RenderContext,
): OutgoingMessage[] => {
  const { locale } = context
  if (effect.type === 'toast') return []
  if (effect.type === 'notice') return noticeMessages(effect.key, locale)
  if (effect.type === 'streak') return streakMessages(effect, locale)
  if (effect.type === 'settings') return settingsMessages(effect, locale)
  if (effect.type === 'rating') return ratingMessages(effect, locale)
  if (effect.type === 'erasure') return erasureMessages(effect, locale)
  if (effect.type === 'help') return helpMessages(release, locale)
  if (release === null) return noticeMessages('notAvailable', locale)
  switch (effect.type) {
    case 'welcome':
      return welcomeMessages(release, effect, locale)
    case 'step':
      return stepMessages(release, effect, context)
    case 'question':
      return quizQuestionMessages(release, effect, context)
    case 'quizFeedback':
      return quizFeedbackMessages(release, effect, locale)
    case 'quizResult':
      return quizResultMessages(release, effect, locale)
    case 'draft':
      return draftMessages(release, effect, locale)
    case 'submitted':
      return submittedMessages(release, effect, locale)
    case 'reviewed':
      return reviewedMessages(release, effect, locale)
    case 'quizReview':
      return quizReviewMessages(release, effect, locale)
    case 'quizTimeUp':
      return quizTimeUpMessages(release, effect, locale)
    case 'answerRefused':
      return answerRefusedMessages(release, effect, locale)
    case 'waiting':
      return waitingMessages(release, effect, locale)
    case 'completion':
      return completionMessages(release, effect, locale)
    case 'contents':
      return contentsMessages(release, effect, locale)
    case 'bookmarks':
      return bookmarksMessages(release, effect, locale)
    case 'unlocked':
      return unlockedMessages(release, effect, locale)
    case 'reminder':
      return reminderMessages(release, effect, locale)
    case 'restart':
      return restartMessages(release, effect, locale)
    case 'stepButtons':
      return [{ kind: 'buttons', keyboard: stepButtons(effect, locale, release.texts) }]
    case 'progress':
      return progressMessages(release, effect, locale)
  }
}

/**
 * An effect as the messages to send, in order. A toast is no message: see `renderToast`.
 *
 * @param release the one that the effect names; null for effects that name none
 */
export const renderEffect = (
  release: LearnerRelease | null,
  effect: LessonEffect,
  context: RenderContext,
): OutgoingMessage[] => {
  const messages = messagesOf(release, effect, context)
  return context.isTest ? markAsTest(messages, context.locale) : messages
}
