import { quizSettings } from './quizSettings.ts'
import type { Quiz, QuizQuestion } from './quizTypes.ts'

/** What Telegram takes in one quiz poll. */
export const pollLimits = {
  question: 300,
  options: 12,
  option: 100,
  explanation: 200,
  explanationLines: 3,
} as const

/** Why a question that is chosen from cannot be a poll. */
export type ButtonsReason =
  | 'questionTooLong'
  | 'tooManyOptions'
  | 'optionTooLong'
  | 'optionHasLines'
  | 'explanationTooLong'
  | 'shownLater'
  | 'partialCredit'
  | 'order'
  | 'match'

/**
 * `poll`: Telegram's own quiz poll; `buttons`: a message with inline buttons; `typed`: a message that is answered
 * with one; `sent`: one that is answered with a file or a voice message. With all reasons why it is no poll.
 */
export type QuestionForm =
  | { form: 'poll' }
  | { form: 'buttons'; reasons: ButtonsReason[] }
  | { form: 'typed'; reasons: ('text' | 'number')[] }
  | { form: 'sent'; reasons: ('file' | 'voice')[] }

type Question = {
  kind: QuizQuestion['kind']
  text: string
  /** Of a question that is chosen from. */
  options?: readonly { text: string }[]
  explanation: string | null
}

/** Lengths in UTF-16 units, of which there are never fewer than Telegram counts. */
const choiceReasons = (
  { kind, text, options = [], explanation }: Question,
  quiz: Pick<Quiz, 'settings'>,
): ButtonsReason[] => {
  const { showCorrectness, showFeedback, showAnswer, hasPartialCredit } = quizSettings(quiz)
  const { length: explanationLength } = explanation ?? ''
  const lines = (explanation ?? '').split(/\r\n?|\n/).length
  const reasons: ButtonsReason[] = []
  if (text.length > pollLimits.question) reasons.push('questionTooLong')
  if (options.length > pollLimits.options) reasons.push('tooManyOptions')
  if (options.some((option) => option.text.length > pollLimits.option)) reasons.push('optionTooLong')
  if (options.some((option) => /[\r\n]/.test(option.text))) reasons.push('optionHasLines')
  if (explanationLength > pollLimits.explanation || lines > pollLimits.explanationLines)
    reasons.push('explanationTooLong')
  // A poll tells at once what is right, and why.
  if ([showCorrectness, showFeedback, showAnswer].some((when) => when !== 'during'))
    reasons.push('shownLater')
  // It calls an answer wrong that is right in part.
  if (hasPartialCredit && kind === 'multiple') reasons.push('partialCredit')
  return reasons
}

/** How a question is sent. */
export const questionForm = (question: Question, quiz: Pick<Quiz, 'settings'>): QuestionForm => {
  const { kind } = question
  switch (kind) {
    case 'text':
    case 'number':
      return { form: 'typed', reasons: [kind] }
    case 'file':
    case 'voice':
      return { form: 'sent', reasons: [kind] }
    case 'order':
    case 'match':
      return { form: 'buttons', reasons: [kind] }
    case 'single':
    case 'multiple': {
      const reasons = choiceReasons(question, quiz)
      return reasons.length === 0 ? { form: 'poll' } : { form: 'buttons', reasons }
    }
  }
}
