import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import type { Turn } from '../turn.ts'
import type { AdvanceResult, Fact } from '../advanceResult.ts'
import type { QuizAttempt } from '../learnerState.ts'
import { feedbackOf } from './feedbackOf.ts'
import { finishQuiz } from './finishQuiz.ts'
import { creditOf } from './grading/creditOf.ts'
import type { GivenAnswer } from './grading/givenAnswer.ts'
import { markOf, marksOf } from './grading/markOf.ts'
import { keptAnswer } from './keptAnswer.ts'
import type { OpenAttempt } from './openAttempt.ts'
import { quizSettings } from './quizSettings.ts'
import { showQuestion } from './showQuestion.ts'

type Feedback = Extract<LessonEffect, { type: 'quizFeedback' }>

const dataOf = (given: GivenAnswer): Fact['data'] => {
  switch (given.kind) {
    case 'options':
      return { options: given.ids }
    case 'text':
      return { text: given.text }
    case 'file': {
      const { kind, fileId, uniqueId, name, mimeType, bytes } = given.file
      return { fileKind: kind, fileId, fileUniqueId: uniqueId, fileName: name, mimeType, bytes }
    }
  }
}

/** Grades an answer, says what has to be said of it, and asks the next question or shows the result. */
export const answerQuestion = (
  turn: Turn,
  asked: OpenAttempt,
  given: GivenAnswer,
  after: Feedback['after'],
): AdvanceResult => {
  const { attempt, release, quiz, questions } = asked
  const question = questions[attempt.answered]
  if (question === undefined) return finishQuiz(turn, asked, 'answered')
  const { stepId, number } = attempt
  const credit = creditOf(question, given, quizSettings(quiz).hasPartialCredit)
  const mark = markOf(quiz, question, credit)
  const { open: _answered, ...rest } = attempt
  const graded: QuizAttempt = {
    ...rest,
    answered: attempt.answered + 1,
    right: attempt.right + (credit === 1 ? 1 : 0),
    // An attempt of long ago counts its right answers alone.
    earned: (attempt.earned ?? attempt.right) + mark,
    outOf: attempt.outOf ?? attempt.total,
    ...keptAnswer(attempt, quiz, { question, given, credit }),
  }
  const seed = { learnerId: turn.learnerId, stepId, attempt: number }
  const told = feedbackOf({ quiz, question, seed }, { given, credit, after })
  const answered: Turn = {
    ...turn,
    state: { ...turn.state, quiz: graded },
    facts: [
      ...turn.facts,
      {
        type: 'quiz_answered',
        stepId,
        releaseId: release.id,
        data: {
          attempt: number,
          question: question.id,
          ...dataOf(given),
          isCorrect: credit === 1,
          credit,
          mark,
          marks: marksOf(question),
          total: attempt.total,
        },
      },
    ],
  }
  // A poll shows itself what is right, and why as far as the whole question goes.
  const before: LessonEffect[] =
    after === 'poll' && told.explanations.length === 0
      ? []
      : [{ type: 'quizFeedback', releaseId: release.id, stepId, ...told }]
  const next = { ...asked, attempt: graded }
  return graded.answered < Math.min(graded.total, questions.length)
    ? showQuestion(answered, next, ...before)
    : finishQuiz(answered, next, 'answered', ...before)
}
