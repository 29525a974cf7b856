import { describe, expect, it } from 'vitest'

import { quizBetweenTexts } from '../../testing/quizBetweenTexts.ts'
import { notePoll } from './notePoll.ts'

const { before, mixed, inFrontOf } = quizBetweenTexts

describe('notePoll', () => {
  it('should keep nothing of questions that are not open', () => {
    const learner = inFrontOf(mixed())
    learner.tap('quiz')
    const question = learner.asked()
    for (const other of [{ attempt: 2 }, { questionId: 'q2' }, { stepId: before }])
      expect(notePoll(learner.state, { ...question, ...other, pollId: 'p' })).toBe(learner.state)
    const noted = notePoll(learner.state, { ...question, pollId: 'p' })
    expect(noted.quiz?.open).toMatchObject({ polls: ['p'], pollsAwaited: 0 })
    expect(notePoll(noted, { ...question, pollId: 'p' })).toBe(noted)
  })
})
