import { describe, expect, it } from 'vitest'

import { buildQuiz } from '../../testing/buildQuiz.ts'
import { Learner } from '../../testing/learner.ts'
import { quizBetweenTexts } from '../../testing/quizBetweenTexts.ts'

const { before, quizStep, mixed, releaseOf, inFrontOf } = quizBetweenTexts

describe('an answer to a poll', () => {
  const polled = (questions = 2) => {
    const learner = inFrontOf(buildQuiz(Array.from({ length: questions }, () => ({}))))
    learner.tap('quiz')
    return learner
  }

  it('should count once, whatever comes after it', () => {
    const learner = polled()
    learner.passPoll()
    const { answered, right } = learner.state.quiz ?? expect.fail('no attempt')
    learner.receive('p2')
    expect(learner.vote('p1', 1)).toEqual([{ type: 'notice', key: 'answerTooLate' }])
    expect(learner.vote('p1')).toEqual([])
    expect(learner.state.quiz).toMatchObject({ answered, right })
    expect(learner.countFacts('quiz_answered')).toBe(1)
  })

  it('should be told kindly that it is too late once the quiz is over or left', () => {
    const learner = polled(1)
    learner.receive('p1')
    learner.open(before)
    expect(learner.vote('p1', 0)).toEqual([{ type: 'notice', key: 'answerTooLate' }])
    learner.tap('next')
    learner.tap('quiz')
    learner.passPoll('p2')
    expect(learner.vote('p2', 0)).toEqual([{ type: 'notice', key: 'answerTooLate' }])
    expect(learner.state.steps[quizStep]?.quiz).toMatchObject({ begun: 1, finished: 1, best: 100 })
  })

  it('should count from any copy of the question, whichever view is shown', () => {
    for (const pollId of ['p1', 'p2']) {
      const learner = polled()
      learner.receive('p1')
      learner.command('resume')
      learner.receive('p2')
      learner.start()
      expect(learner.vote(pollId, 0)).toMatchObject([{ type: 'question', index: 1 }])
    }
  })

  it('should wait for the receipt that tells whose poll it is', () => {
    const learner = polled()
    const question = learner.asked()
    expect(learner.vote('p1', 0)).toEqual([])
    expect(learner.isPostponed).toBe(true)
    expect(learner.state.quiz?.answered).toBe(0)
    learner.receive('p1', question)
    expect(learner.vote('p1', 0)).toMatchObject([{ type: 'question', index: 1 }])
    expect(learner.isPostponed).toBe(false)
  })

  it('should lead to the question again when no receipt comes within ten seconds', () => {
    const learner = polled()
    learner.vote('p1', 0)
    learner.wait(9)
    learner.vote('p1', 0)
    expect(learner.isPostponed).toBe(true)
    learner.wait(1)
    expect(learner.vote('p1', 0)).toMatchObject([
      { type: 'notice', key: 'answerLost' },
      { type: 'question', index: 0, attempt: 1 },
    ])
    expect(learner.isPostponed).toBe(false)
    learner.passPoll('p2')
    expect(learner.state.quiz).toMatchObject({ answered: 1, right: 1 })
  })

  it('should not count for somebody to whom the poll was forwarded', () => {
    const learner = polled()
    learner.receive('mine')
    expect(learner.vote('of somebody else', 0)).toEqual([{ type: 'notice', key: 'answerTooLate' }])
    expect(learner.state.quiz?.answered).toBe(0)
    const stranger = new Learner(releaseOf(mixed()))
    expect(stranger.vote('mine', 0)).toEqual([])
  })

  it('should not count when it names no option', () => {
    const learner = polled()
    learner.receive('p1')
    expect(learner.vote('p1', 7)).toEqual([{ type: 'notice', key: 'answerTooLate' }])
    expect(learner.state.quiz?.answered).toBe(0)
  })

  it('should be followed by why the chosen option is right or wrong, where that is said', () => {
    const learner = inFrontOf(buildQuiz([{ options: [{}, { explanation: 'Почти' }] }, {}]))
    learner.tap('quiz')
    expect(learner.passPoll('p1', 1)).toMatchObject([
      { type: 'quizFeedback', after: 'poll', explanations: [{ option: 1, text: 'Почти' }] },
      { type: 'question', index: 1 },
    ])
  })
})
