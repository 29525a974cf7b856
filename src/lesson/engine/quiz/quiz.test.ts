import { describe, expect, it } from 'vitest'

import { buildQuiz } from '../../testing/buildQuiz.ts'
import { quizBetweenTexts } from '../../testing/quizBetweenTexts.ts'
import type { QuizTaker } from '../../testing/quizTaker.ts'

const { quizStep, after, long, mixed, inFrontOf } = quizBetweenTexts

describe('a quiz', () => {
  it('should be introduced, then asked question by question, and end with its result', () => {
    const learner = inFrontOf(mixed())
    expect(learner.effects).toMatchObject([
      { type: 'step', stepId: quizStep, quiz: { next: 'begin', best: null, canGoOn: false } },
    ])
    learner.tap('quiz')
    expect(learner.asked()).toMatchObject({
      ...{ index: 0, total: 3, attempt: 1, questionId: 'q1', options: ['q1o1', 'q1o2', 'q1o3'] },
      poll: { correct: [0], explanation: 'Потому что' },
    })
    // What a poll shows itself is not said again.
    expect(learner.passPoll().map(({ type }) => type)).toEqual(['question'])
    expect(learner.asked()).toMatchObject({ index: 1, poll: null })
    expect(learner.answer(1)).toMatchObject([
      {
        ...{ type: 'quizFeedback', isCorrect: false, chosen: [1], correct: [0], after: 'question' },
        explanation: long,
        explanations: [{ option: 1, text: 'Почти' }],
      },
      { type: 'question', index: 2 },
    ])
    learner.toggle('select', 0)
    learner.toggle('select', 2)
    expect(learner.tap('submit')).toMatchObject([
      { type: 'quizFeedback', isCorrect: true },
      {
        ...{ type: 'quizResult', right: 2, total: 3, percent: 66, isPassed: null, best: 66, next: 'next' },
        progress: { done: 2, total: 3 },
      },
    ])
    expect(learner.state.steps[quizStep]).toMatchObject({
      completedAt: expect.any(String),
      quiz: { begun: 1, finished: 1, best: 66 },
    })
    const about = { attempt: 1, marks: 1, total: 3 }
    expect(learner.facts.filter(({ type }) => type === 'quiz_answered').map(({ data }) => data)).toEqual([
      { ...about, question: 'q1', options: ['q1o1'], isCorrect: true, credit: 1, mark: 1 },
      { ...about, question: 'q2', options: ['q2o2'], isCorrect: false, credit: 0, mark: 0 },
      { ...about, question: 'q3', options: ['q3o1', 'q3o3'], isCorrect: true, credit: 1, mark: 1 },
    ])
    expect(learner.tap('next')).toMatchObject([{ type: 'step', stepId: after }])
  })

  it('should count the exact set of options of a question with several right ones', () => {
    for (const [chosen, isCorrect] of [
      [[0, 2], true],
      [[2, 0], true],
      [[0], false],
      [[0, 1, 2], false],
      [[1], false],
    ] as const) {
      const learner = inFrontOf(buildQuiz([{ right: [0, 2], explanation: long }]))
      learner.tap('quiz')
      for (const option of chosen) learner.toggle('select', option)
      expect(learner.tap('submit')[0]).toMatchObject({ type: 'quizFeedback', isCorrect })
      const polled = inFrontOf(buildQuiz([{ right: [0, 2] }]))
      polled.tap('quiz')
      polled.receive('p')
      expect(polled.vote('p', ...chosen)).toMatchObject([{ percent: isCorrect ? 100 : 0 }])
    }
  })

  it('should tick and untick in place, a double tap doing no more than one', () => {
    const learner = inFrontOf(buildQuiz([{ right: [0, 2], explanation: long }]))
    learner.tap('quiz')
    const { version } = learner.state
    expect(learner.tap('submit')).toEqual([{ type: 'toast', key: 'nothingSelected' }])
    learner.toggle('select', 1)
    learner.toggle('select', 1)
    expect(learner.asked()).toMatchObject({ version, selected: [1], isInPlace: true })
    learner.toggle('select', 0)
    expect(learner.asked().selected).toEqual([0, 1])
    learner.toggle('deselect', 1)
    learner.toggle('deselect', 1)
    expect(learner.asked().selected).toEqual([0])
    expect(learner.state.version).toBe(version)
    expect(learner.command('resume')).toMatchObject([{ type: 'question', selected: [0], isInPlace: false }])
  })

  it('should hold whoever has not passed, let them try again, and keep the best result', () => {
    const learner = inFrontOf(mixed({ passingPercentage: 67 }))
    learner.tap('quiz')
    learner.passPoll()
    learner.answer(0)
    learner.toggle('select', 0)
    expect(learner.tap('submit')).toMatchObject([
      {},
      { type: 'quizResult', percent: 66, isPassed: false, next: null },
    ])
    expect(learner.tap('next')).toEqual([{ type: 'toast', key: 'quizFirst' }])
    expect(learner.open(after)).toEqual([{ type: 'toast', key: 'stepLocked' }])
    expect(learner.state.steps[quizStep]?.completedAt).toBeNull()

    learner.tap('quiz')
    expect(learner.asked()).toMatchObject({ attempt: 2, index: 0 })
    learner.passPoll('p2')
    learner.answer(0)
    learner.toggle('select', 0)
    learner.toggle('select', 2)
    expect(learner.tap('submit')).toMatchObject([
      {},
      { percent: 100, isPassed: true, best: 100, next: 'next' },
    ])

    // A worse attempt takes nothing back.
    learner.tap('quiz')
    learner.passPoll('p3', 1)
    learner.answer(1)
    learner.toggle('select', 1)
    expect(learner.tap('submit')).toMatchObject([
      {},
      { percent: 0, isPassed: false, best: 100, next: 'next' },
    ])
    expect(learner.state.steps[quizStep]).toMatchObject({ quiz: { begun: 3, finished: 3, best: 100 } })
    expect(learner.countFacts('step_completed')).toBe(2)
    expect(learner.tap('next')).toMatchObject([{ stepId: after }])
  })

  it('should let pass whoever has exactly enough', () => {
    const half = buildQuiz([{ explanation: long }, { explanation: long }], { passingPercentage: 50 })
    const learner = inFrontOf(half)
    learner.tap('quiz')
    learner.answer(0)
    expect(learner.answer(1)).toMatchObject([{}, { percent: 50, isPassed: true }])
  })

  it('should be passed over when it is optional, without being completed', () => {
    const learner = inFrontOf(mixed({ passingPercentage: 100 }), false)
    expect(learner.effects).toMatchObject([{ quiz: { canGoOn: true } }])
    expect(learner.tap('next')).toMatchObject([{ type: 'step', stepId: after }])
    expect(learner.state.steps[quizStep]?.completedAt).toBeNull()
    expect(learner.tap('next')).toMatchObject([{ type: 'completion' }])
  })

  it('should be read like a text when it has no questions', () => {
    const learner = inFrontOf(buildQuiz([]))
    expect(learner.effects[0]).not.toHaveProperty('quiz')
    expect(learner.tap('next')).toMatchObject([{ stepId: after }])
    expect(learner.state.steps[quizStep]?.completedAt).not.toBeNull()
  })

  it('should shuffle anew for each learner and attempt, and grade what was shown', () => {
    const options = Array.from({ length: 8 }, () => ({}))
    const quiz = buildQuiz([{ options }, { options, explanation: long }], { isShuffled: true })
    const orderOf = (learner: QuizTaker) => learner.asked().options.join()
    const learner = inFrontOf(quiz)
    learner.tap('quiz')
    const first = orderOf(learner)
    expect(learner.asked().options.toSorted()).toEqual(options.map((_, place) => `q1o${place + 1}`))
    learner.command('resume')
    expect(orderOf(learner)).toBe(first)
    const { correct } = learner.asked().poll ?? expect.fail('no poll')
    expect(correct.map((place) => learner.asked().options[place])).toEqual(['q1o1'])
    learner.receive('p')
    learner.vote('p', ...correct)
    expect(learner.answer(learner.asked().options.indexOf('q2o1'))).toMatchObject([
      { isCorrect: true },
      { percent: 100 },
    ])
    learner.tap('quiz')
    expect(orderOf(learner)).not.toBe(first)
    const other = Object.assign(inFrontOf(quiz), { id: 'another learner' })
    other.tap('quiz')
    expect(orderOf(other)).not.toBe(first)
  })
})
