import { describe, expect, it } from 'vitest'

import type { QuestionDraft } from '../../testing/buildQuiz.ts'
import type { QuizTaker } from '../../testing/quizTaker.ts'
import { quizWithSettings } from '../../testing/quizWithSettings.ts'
import type { QuizSettings } from './quizTypes.ts'

const { quizStep, typed, inFrontOf } = quizWithSettings

describe('what is shown when', () => {
  const secret = 'Потому что секрет'
  const questions: QuestionDraft[] = [
    { right: [1], explanation: secret },
    { kind: 'text', answers: ['сокровенное'], explanation: secret },
  ]
  const take = (settings: Partial<QuizSettings>, option = 0, word = 'нет') => {
    const learner = inFrontOf(questions, settings)
    learner.tap('quiz')
    learner.answer(option)
    const [chosen] = learner.effects
    learner.say(word)
    return { learner, chosen, written: learner.effects[0], result: learner.effects.at(-1) }
  }
  const review = (learner: QuizTaker, option = 0) =>
    learner.act({ type: 'tap', tap: { action: 'review', version: learner.state.version, option } })

  it('should tell nothing during an attempt that is to be told later, or never', () => {
    for (const when of ['afterAttempt', 'afterClose', 'never'] as const) {
      const all = { showCorrectness: when, showFeedback: when, showAnswer: when }
      const { chosen, written, result } = take(all)
      for (const told of [chosen, written]) {
        expect(told).toMatchObject({ isCorrect: null, credit: null, right: null, explanation: null })
        expect(told).toMatchObject({ correct: null, explanations: [] })
        expect(JSON.stringify(told)).not.toMatch(/секрет|сокровен/)
      }
      expect(result).toMatchObject({ canReview: when === 'afterAttempt' })
    }
  })

  it('should tell each thing by its own setting', () => {
    expect(take({ showAnswer: 'never' }).chosen).toMatchObject({
      ...{ isCorrect: false, correct: null, explanation: secret },
    })
    expect(take({ showFeedback: 'never' }).written).toMatchObject({
      ...{ isCorrect: false, right: ['сокровенное'], explanation: null },
    })
    expect(take({ showCorrectness: 'never' }).chosen).toMatchObject({ isCorrect: null, correct: [1] })
  })

  it('should let the answers be looked through after the attempt', () => {
    const { learner } = take({ showCorrectness: 'afterAttempt', showAnswer: 'afterClose' })
    expect(review(learner)).toMatchObject([
      {
        ...{ type: 'quizReview', page: 0, pages: 1, from: 0, isInPlace: false },
        items: [
          { questionId: 'q1', credit: 0, given: ['Ответ 1'], right: null, explanation: secret },
          { questionId: 'q2', credit: 0, given: ['нет'], right: null, explanation: secret },
        ],
      },
    ])
    // Nothing of the attempt before, while another one goes on.
    learner.tap('quiz')
    expect(review(learner)).toEqual([{ type: 'toast', key: 'nothingToReview' }])
  })

  it('should tell what is right when the quiz is passed, or no attempts are left', () => {
    const passed = take({ showAnswer: 'afterClose' }, 1, 'сокровенное')
    expect(review(passed.learner)).toMatchObject([
      { items: [{ right: ['Ответ 2'] }, { right: ['сокровенное'] }] },
    ])
    const { learner } = take({ showAnswer: 'afterClose', maxAttempts: 1 })
    expect(review(learner)).toMatchObject([{ items: [{ right: ['Ответ 2'] }, {}] }])
    expect(learner.open(quizStep)).toMatchObject([{ quiz: { canReview: true } }])
  })

  it('should keep no answers where nothing is shown later', () => {
    expect(take({}).learner.state.quiz).not.toHaveProperty('answers')
    expect(take({}).result).toMatchObject({ canReview: false })
  })

  it('should turn pages, and stay within them', () => {
    const learner = inFrontOf(typed(7), { showCorrectness: 'afterAttempt' })
    learner.attempt(...Array.from({ length: 7 }, () => 'да'))
    expect(review(learner, 2)).toMatchObject([{ page: 1, pages: 2, from: 5, isInPlace: true }])
    expect(review(learner, 99)).toMatchObject([{ page: 1 }])
  })

  it('should say the words of the highest band that a result reaches', () => {
    const bands = [
      { from: 0, text: 'Повторите' },
      { from: 100, text: 'Отлично' },
      { from: 50, text: 'Хорошо' },
    ]
    const learner = inFrontOf(typed(2), { bands })
    expect(learner.attempt('нет', 'нет')).toMatchObject({ band: 'Повторите' })
    expect(learner.attempt('да', 'нет')).toMatchObject({ band: 'Хорошо' })
    expect(learner.attempt('да', 'да')).toMatchObject({ band: 'Отлично' })
    expect(inFrontOf(typed(1), { bands: bands.slice(1) }).attempt('нет')).toMatchObject({ band: null })
  })
})
