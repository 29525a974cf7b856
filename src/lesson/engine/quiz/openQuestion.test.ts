import { describe, expect, it } from 'vitest'

import { buildQuiz } from '../../testing/buildQuiz.ts'
import { buildRelease } from '../../testing/buildRelease.ts'
import { quizBetweenTexts } from '../../testing/quizBetweenTexts.ts'
import { uuidOf } from '../../testing/uuidOf.ts'

const { before, quizStep, after, long, mixed, releaseOf, inFrontOf } = quizBetweenTexts

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
    learner.passPoll()
    learner.open(before)
    expect(learner.tap('next')).toMatchObject([
      { type: 'step', stepId: quizStep, quiz: { next: 'continue' } },
    ])
    expect(learner.tap('quiz')).toMatchObject([{ type: 'question', index: 1, attempt: 1 }])
  })

  it('should take one answer, and none from buttons of another question', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    learner.passPoll()
    const { version } = learner.state
    learner.answer(0)
    const { state } = learner
    const late = { type: 'tap' as const, tap: { action: 'answer' as const, version, option: 1 } }
    expect(learner.act(late)).toEqual([{ type: 'toast', key: 'questionClosed' }])
    expect(learner.state).toEqual(state)
    // Of a kind that this question has no buttons for, or of an option that it does not have.
    expect(learner.answer(0)).toEqual([{ type: 'toast', key: 'questionClosed' }])
    expect(learner.toggle('select', 9)).toEqual([{ type: 'toast', key: 'questionClosed' }])
    expect(learner.countFacts('quiz_answered')).toBe(2)
  })

  it('should also be answered by buttons where Telegram refused the poll', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    expect(learner.answer(0)).toMatchObject([
      { type: 'quizFeedback', isCorrect: true, after: 'question', explanation: 'Потому что' },
      { type: 'question', index: 1 },
    ])
  })

  it('should be judged by the release in which it was asked', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    learner.receive('p1')
    learner.publish(releaseOf(buildQuiz([{ right: [1] }, { right: [1] }]), 2))
    learner.start()
    expect(learner.vote('p1', 0)).toMatchObject([{ type: 'question', index: 1, releaseId: uuidOf(9001) }])
    expect(learner.answer(0)).toMatchObject([{ isCorrect: true }, { index: 2, total: 3 }])
    learner.toggle('select', 1)
    expect(learner.tap('submit')).toMatchObject([{}, { percent: 66, releaseId: uuidOf(9001) }])
    learner.tap('quiz')
    expect(learner.asked()).toMatchObject({ releaseId: uuidOf(9002), attempt: 2, total: 2 })
  })

  it('should go on in a release that left the quiz as it was', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    learner.passPoll()
    learner.publish(releaseOf(mixed(), 2))
    learner.open(before)
    learner.tap('next')
    expect(learner.tap('quiz')).toMatchObject([{ type: 'question', index: 1, releaseId: uuidOf(9002) }])
  })

  it('should begin anew, and say so, when the quiz was changed while the learner was elsewhere', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    learner.passPoll()
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
      expect(learner.answer(1)).toMatchObject([{}, { type: 'quizResult', isPassed: false, next: 'next' }])
      expect(learner.tap('next')).toMatchObject([{ type: 'step', stepId: after }])
    }
  })
})
