import { describe, expect, it } from 'vitest'

import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { buildQuiz } from '../../testing/buildQuiz.ts'
import { buildRelease } from '../../testing/buildRelease.ts'
import { Learner } from '../../testing/learner.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import type { Quiz } from './quizTypes.ts'
import { notePoll } from './notePoll.ts'

type Question = Extract<LessonEffect, { type: 'question' }>

const before = uuidOf(1)
const quizStep = uuidOf(2)
const after = uuidOf(3)
const long = 'Очень длинное пояснение. '.repeat(20)

/** Three questions: a poll, buttons with one right option, buttons with two. */
const mixed = (parts: Partial<Quiz> = {}) =>
  buildQuiz(
    [
      { explanation: 'Потому что' },
      { explanation: long, options: [{}, { explanation: 'Почти' }] },
      { explanation: long, right: [0, 2] },
    ],
    parts,
  )

const releaseOf = (quiz: Quiz, number = 1, isRequired = true) =>
  buildRelease(number, [{ id: before }, { id: quizStep, stepType: 'quiz', quiz, isRequired }, { id: after }])

/** A learner who stands before the first question. */
const inFrontOf = (quiz: Quiz, isRequired = true) => {
  const learner = new Learner(releaseOf(quiz, 1, isRequired))
  learner.start()
  learner.tap('begin')
  learner.tap('next')
  return learner
}
const asked = (learner: Learner) => {
  const question = learner.effects.find((effect): effect is Question => effect.type === 'question')
  return question ?? expect.fail(`no question, but ${learner.effects.map(({ type }) => type).join()}`)
}
const answer = (learner: Learner, option: number) =>
  learner.act({ type: 'tap', tap: { action: 'answer', version: learner.state.version, option } })
const toggle = (learner: Learner, action: 'select' | 'deselect', option: number) =>
  learner.act({ type: 'tap', tap: { action, version: learner.state.version, option } })
/** Telegram has sent the question that was asked last as this poll. */
const receipt = (learner: Learner, pollId: string, question = asked(learner)) => {
  learner.state = notePoll(learner.state, { ...question, pollId })
}
const vote = (learner: Learner, pollId: string, ...options: number[]) =>
  learner.act({ type: 'pollAnswer', pollId, options })
const passPoll = (learner: Learner, pollId = 'p1', option = 0) => {
  receipt(learner, pollId)
  return vote(learner, pollId, option)
}

describe('a quiz', () => {
  it('should be introduced, then asked question by question, and end with its result', () => {
    const learner = inFrontOf(mixed())
    expect(learner.effects).toMatchObject([
      { type: 'step', stepId: quizStep, quiz: { next: 'begin', best: null, canGoOn: false } },
    ])
    learner.tap('quiz')
    expect(asked(learner)).toMatchObject({
      ...{ index: 0, total: 3, attempt: 1, questionId: 'q1', options: ['q1o1', 'q1o2', 'q1o3'] },
      poll: { correct: [0], explanation: 'Потому что' },
    })
    // What a poll shows itself is not said again.
    expect(passPoll(learner).map(({ type }) => type)).toEqual(['question'])
    expect(asked(learner)).toMatchObject({ index: 1, poll: null })
    expect(answer(learner, 1)).toMatchObject([
      {
        ...{ type: 'quizFeedback', isCorrect: false, chosen: [1], correct: [0], after: 'question' },
        explanation: long,
        explanations: [{ option: 1, text: 'Почти' }],
      },
      { type: 'question', index: 2 },
    ])
    toggle(learner, 'select', 0)
    toggle(learner, 'select', 2)
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
      for (const option of chosen) toggle(learner, 'select', option)
      expect(learner.tap('submit')[0]).toMatchObject({ type: 'quizFeedback', isCorrect })
      const polled = inFrontOf(buildQuiz([{ right: [0, 2] }]))
      polled.tap('quiz')
      receipt(polled, 'p')
      expect(vote(polled, 'p', ...chosen)).toMatchObject([{ percent: isCorrect ? 100 : 0 }])
    }
  })

  it('should tick and untick in place, a double tap doing no more than one', () => {
    const learner = inFrontOf(buildQuiz([{ right: [0, 2], explanation: long }]))
    learner.tap('quiz')
    const { version } = learner.state
    expect(learner.tap('submit')).toEqual([{ type: 'toast', key: 'nothingSelected' }])
    toggle(learner, 'select', 1)
    toggle(learner, 'select', 1)
    expect(asked(learner)).toMatchObject({ version, selected: [1], isInPlace: true })
    toggle(learner, 'select', 0)
    expect(asked(learner).selected).toEqual([0, 1])
    toggle(learner, 'deselect', 1)
    toggle(learner, 'deselect', 1)
    expect(asked(learner).selected).toEqual([0])
    expect(learner.state.version).toBe(version)
    expect(learner.command('resume')).toMatchObject([{ type: 'question', selected: [0], isInPlace: false }])
  })

  it('should hold whoever has not passed, let them try again, and keep the best result', () => {
    const learner = inFrontOf(mixed({ passingPercentage: 67 }))
    learner.tap('quiz')
    passPoll(learner)
    answer(learner, 0)
    toggle(learner, 'select', 0)
    expect(learner.tap('submit')).toMatchObject([
      {},
      { type: 'quizResult', percent: 66, isPassed: false, next: null },
    ])
    expect(learner.tap('next')).toEqual([{ type: 'toast', key: 'quizFirst' }])
    expect(learner.open(after)).toEqual([{ type: 'toast', key: 'stepLocked' }])
    expect(learner.state.steps[quizStep]?.completedAt).toBeNull()

    learner.tap('quiz')
    expect(asked(learner)).toMatchObject({ attempt: 2, index: 0 })
    passPoll(learner, 'p2')
    answer(learner, 0)
    toggle(learner, 'select', 0)
    toggle(learner, 'select', 2)
    expect(learner.tap('submit')).toMatchObject([
      {},
      { percent: 100, isPassed: true, best: 100, next: 'next' },
    ])

    // A worse attempt takes nothing back.
    learner.tap('quiz')
    passPoll(learner, 'p3', 1)
    answer(learner, 1)
    toggle(learner, 'select', 1)
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
    answer(learner, 0)
    expect(answer(learner, 1)).toMatchObject([{}, { percent: 50, isPassed: true }])
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
    const orderOf = (learner: Learner) => asked(learner).options.join()
    const learner = inFrontOf(quiz)
    learner.tap('quiz')
    const first = orderOf(learner)
    expect(asked(learner).options.toSorted()).toEqual(options.map((_, place) => `q1o${place + 1}`))
    learner.command('resume')
    expect(orderOf(learner)).toBe(first)
    const { correct } = asked(learner).poll ?? expect.fail('no poll')
    expect(correct.map((place) => asked(learner).options[place])).toEqual(['q1o1'])
    receipt(learner, 'p')
    vote(learner, 'p', ...correct)
    expect(answer(learner, asked(learner).options.indexOf('q2o1'))).toMatchObject([
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

describe('an open question', () => {
  it('should come again after /start and /resume, and let the contents be used', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    expect(learner.command('contents')).toMatchObject([{ type: 'contents' }])
    expect(learner.command('progress')).toMatchObject([{ type: 'progress' }])
    expect(learner.command('resume')).toMatchObject([{ type: 'question', index: 0 }])
    expect(learner.start()).toMatchObject([{ type: 'welcome', next: 'resume' }])
    expect(learner.tap('resume')).toMatchObject([{ type: 'question', index: 0 }])
    expect(learner.open(quizStep)).toMatchObject([{ type: 'step', quiz: { next: 'continue' } }])
    expect(learner.tap('quiz')).toMatchObject([{ type: 'question', index: 0, attempt: 1 }])
  })

  it('should wait while the learner is elsewhere in the course', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    passPoll(learner)
    learner.open(before)
    expect(learner.tap('next')).toMatchObject([
      { type: 'step', stepId: quizStep, quiz: { next: 'continue' } },
    ])
    expect(learner.tap('quiz')).toMatchObject([{ type: 'question', index: 1, attempt: 1 }])
  })

  it('should take one answer, and none from buttons of another question', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    passPoll(learner)
    const { version } = learner.state
    answer(learner, 0)
    const { state } = learner
    const late = { type: 'tap' as const, tap: { action: 'answer' as const, version, option: 1 } }
    expect(learner.act(late)).toEqual([{ type: 'toast', key: 'questionClosed' }])
    expect(learner.state).toEqual(state)
    // Of a kind that this question has no buttons for, or of an option that it does not have.
    expect(answer(learner, 0)).toEqual([{ type: 'toast', key: 'questionClosed' }])
    expect(toggle(learner, 'select', 9)).toEqual([{ type: 'toast', key: 'questionClosed' }])
    expect(learner.countFacts('quiz_answered')).toBe(2)
  })

  it('should also be answered by buttons where Telegram refused the poll', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    expect(answer(learner, 0)).toMatchObject([
      { type: 'quizFeedback', isCorrect: true, after: 'question', explanation: 'Потому что' },
      { type: 'question', index: 1 },
    ])
  })

  it('should be judged by the release in which it was asked', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    receipt(learner, 'p1')
    learner.publish(releaseOf(buildQuiz([{ right: [1] }, { right: [1] }]), 2))
    learner.start()
    expect(vote(learner, 'p1', 0)).toMatchObject([{ type: 'question', index: 1, releaseId: uuidOf(9001) }])
    expect(answer(learner, 0)).toMatchObject([{ isCorrect: true }, { index: 2, total: 3 }])
    toggle(learner, 'select', 1)
    expect(learner.tap('submit')).toMatchObject([{}, { percent: 66, releaseId: uuidOf(9001) }])
    learner.tap('quiz')
    expect(asked(learner)).toMatchObject({ releaseId: uuidOf(9002), attempt: 2, total: 2 })
  })

  it('should go on in a release that left the quiz as it was', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    passPoll(learner)
    learner.publish(releaseOf(mixed(), 2))
    learner.open(before)
    learner.tap('next')
    expect(learner.tap('quiz')).toMatchObject([{ type: 'question', index: 1, releaseId: uuidOf(9002) }])
  })

  it('should begin anew, and say so, when the quiz was changed while the learner was elsewhere', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    passPoll(learner)
    learner.publish(releaseOf(buildQuiz([{ right: [1] }]), 2))
    learner.open(before)
    learner.tap('next')
    expect(learner.tap('quiz')).toMatchObject([
      { type: 'notice', key: 'quizChanged' },
      { type: 'question', index: 0, attempt: 2, total: 1 },
    ])
  })

  it('should lead on when the quiz has left the course or has become a text', () => {
    for (const steps of [
      [{ id: before }, { id: after }],
      [{ id: before }, { id: quizStep }, { id: after }],
    ]) {
      const learner = inFrontOf(buildQuiz([{ explanation: long }], { passingPercentage: 100 }))
      learner.tap('quiz')
      learner.publish(buildRelease(2, steps))
      expect(answer(learner, 1)).toMatchObject([{}, { type: 'quizResult', isPassed: false, next: 'next' }])
      expect(learner.tap('next')).toMatchObject([{ type: 'step', stepId: after }])
    }
  })
})

describe('an answer to a poll', () => {
  const polled = (questions = 2) => {
    const learner = inFrontOf(buildQuiz(Array.from({ length: questions }, () => ({}))))
    learner.tap('quiz')
    return learner
  }

  it('should count once, whatever comes after it', () => {
    const learner = polled()
    passPoll(learner)
    const { answered, right } = learner.state.quiz ?? expect.fail('no attempt')
    receipt(learner, 'p2')
    expect(vote(learner, 'p1', 1)).toEqual([{ type: 'notice', key: 'answerTooLate' }])
    expect(vote(learner, 'p1')).toEqual([])
    expect(learner.state.quiz).toMatchObject({ answered, right })
    expect(learner.countFacts('quiz_answered')).toBe(1)
  })

  it('should be told kindly that it is too late once the quiz is over or left', () => {
    const learner = polled(1)
    receipt(learner, 'p1')
    learner.open(before)
    expect(vote(learner, 'p1', 0)).toEqual([{ type: 'notice', key: 'answerTooLate' }])
    learner.tap('next')
    learner.tap('quiz')
    passPoll(learner, 'p2')
    expect(vote(learner, 'p2', 0)).toEqual([{ type: 'notice', key: 'answerTooLate' }])
    expect(learner.state.steps[quizStep]?.quiz).toMatchObject({ begun: 1, finished: 1, best: 100 })
  })

  it('should count from any copy of the question, whichever view is shown', () => {
    for (const pollId of ['p1', 'p2']) {
      const learner = polled()
      receipt(learner, 'p1')
      learner.command('resume')
      receipt(learner, 'p2')
      learner.start()
      expect(vote(learner, pollId, 0)).toMatchObject([{ type: 'question', index: 1 }])
    }
  })

  it('should wait for the receipt that tells whose poll it is', () => {
    const learner = polled()
    const question = asked(learner)
    expect(vote(learner, 'p1', 0)).toEqual([])
    expect(learner.isPostponed).toBe(true)
    expect(learner.state.quiz?.answered).toBe(0)
    receipt(learner, 'p1', question)
    expect(vote(learner, 'p1', 0)).toMatchObject([{ type: 'question', index: 1 }])
    expect(learner.isPostponed).toBe(false)
  })

  it('should lead to the question again when no receipt comes within ten seconds', () => {
    const learner = polled()
    vote(learner, 'p1', 0)
    learner.wait(9)
    vote(learner, 'p1', 0)
    expect(learner.isPostponed).toBe(true)
    learner.wait(1)
    expect(vote(learner, 'p1', 0)).toMatchObject([
      { type: 'notice', key: 'answerLost' },
      { type: 'question', index: 0, attempt: 1 },
    ])
    expect(learner.isPostponed).toBe(false)
    passPoll(learner, 'p2')
    expect(learner.state.quiz).toMatchObject({ answered: 1, right: 1 })
  })

  it('should not count for somebody to whom the poll was forwarded', () => {
    const learner = polled()
    receipt(learner, 'mine')
    expect(vote(learner, 'of somebody else', 0)).toEqual([{ type: 'notice', key: 'answerTooLate' }])
    expect(learner.state.quiz?.answered).toBe(0)
    const stranger = new Learner(releaseOf(mixed()))
    expect(vote(stranger, 'mine', 0)).toEqual([])
  })

  it('should not count when it names no option', () => {
    const learner = polled()
    receipt(learner, 'p1')
    expect(vote(learner, 'p1', 7)).toEqual([{ type: 'notice', key: 'answerTooLate' }])
    expect(learner.state.quiz?.answered).toBe(0)
  })

  it('should be followed by why the chosen option is right or wrong, where that is said', () => {
    const learner = inFrontOf(buildQuiz([{ options: [{}, { explanation: 'Почти' }] }, {}]))
    learner.tap('quiz')
    expect(passPoll(learner, 'p1', 1)).toMatchObject([
      { type: 'quizFeedback', after: 'poll', explanations: [{ option: 1, text: 'Почти' }] },
      { type: 'question', index: 1 },
    ])
  })
})

describe('notePoll', () => {
  it('should keep nothing of questions that are not open', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    const question = asked(learner)
    for (const other of [{ attempt: 2 }, { questionId: 'q2' }, { stepId: before }])
      expect(notePoll(learner.state, { ...question, ...other, pollId: 'p' })).toBe(learner.state)
    const noted = notePoll(learner.state, { ...question, pollId: 'p' })
    expect(noted.quiz?.open).toMatchObject({ polls: ['p'], pollsAwaited: 0 })
    expect(notePoll(noted, { ...question, pollId: 'p' })).toBe(noted)
  })
})
