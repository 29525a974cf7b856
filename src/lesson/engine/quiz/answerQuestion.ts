import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import type { Turn } from '../turn.ts'
import type { AdvanceResult, Quiz, QuizAttempt, QuizOption, QuizQuestion, Release } from '../types.ts'
import { finishQuiz } from './finishQuiz.ts'
import { optionsShown } from './optionsShown.ts'
import { showQuestion } from './showQuestion.ts'

type Feedback = Extract<LessonEffect, { type: 'quizFeedback' }>

const feedback = (options: {
  ids: { releaseId: string; stepId: string }
  question: QuizQuestion
  shown: QuizOption[]
  chosen: number[]
  isCorrect: boolean
  after: Feedback['after']
}): Feedback => {
  const { ids, question, shown, chosen, isCorrect, after } = options
  return {
    type: 'quizFeedback',
    ...ids,
    questionId: question.id,
    options: shown.map(({ id }) => id),
    chosen,
    correct: shown.flatMap((option, place) => (option.isCorrect ? [place] : [])),
    isCorrect,
    explanation: question.explanation,
    explanations: chosen.flatMap((option) => {
      const text = shown[option]?.explanation ?? null
      return text === null ? [] : [{ option, text }]
    }),
    after,
  }
}

/**
 * Grades an answer, says what has to be said of it, and asks the next question or shows the result. The exact
 * set of options counts.
 * @param chosen places of options, each once, as they were shown
 */
export const answerQuestion = (
  turn: Turn,
  { attempt, release, quiz }: { attempt: QuizAttempt; release: Release; quiz: Quiz },
  question: QuizQuestion,
  chosen: number[],
  after: Feedback['after'],
): AdvanceResult => {
  const { stepId, number } = attempt
  const shown = optionsShown(quiz, question, { learnerId: turn.learnerId, stepId, attempt: number })
  const isCorrect = shown.every((option, place) => option.isCorrect === chosen.includes(place))
  const { open: _answered, ...rest } = attempt
  const graded = {
    ...rest,
    answered: attempt.answered + 1,
    right: attempt.right + (isCorrect ? 1 : 0),
  }
  const told = feedback({
    ...{ question, shown, chosen, isCorrect, after },
    ids: { releaseId: release.id, stepId },
  })
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
          options: chosen.flatMap((place) => shown[place]?.id ?? []),
          isCorrect,
          total: attempt.total,
        },
      },
    ],
  }
  // A poll shows itself what is right, and why as far as the whole question goes.
  const before = after === 'poll' && told.explanations.length === 0 ? [] : [told]
  return graded.answered < graded.total
    ? showQuestion(answered, { attempt: graded, release, quiz }, ...before)
    : finishQuiz(answered, { attempt: graded, release, quiz }, ...before)
}
