import { describe, expect, it } from 'vitest'

import { recomputeProgress, type DatedFact } from './recomputeProgress.ts'

const fact = (type: DatedFact['type'], at: string, stepId: string | null = null, data = {}): DatedFact => ({
  type,
  at,
  stepId,
  releaseId: null,
  data,
})

describe('recomputeProgress', () => {
  it('should tell steps, completion and blocking from facts alone', () => {
    const facts = [
      fact('bot_started', '1'),
      fact('enrolled', '1'),
      fact('step_opened', '2', 'a'),
      fact('step_completed', '3', 'a', { timeSpent: 40 }),
      fact('step_opened', '3', 'b'),
      fact('bot_blocked', '4', 'b'),
    ]
    expect(recomputeProgress(facts)).toEqual({
      steps: {
        a: { openedAt: '2', completedAt: '3', timeSpent: 40 },
        b: { openedAt: '3', completedAt: null, timeSpent: 0 },
      },
      quizzes: {},
      assignments: {},
      unlocked: {},
      released: {},
      completedAt: null,
      status: 'active',
      isBlocked: true,
    })
    const later = [...facts, fact('bot_unblocked', '5', 'b'), fact('course_completed', '6')]
    expect(recomputeProgress(later)).toMatchObject({
      completedAt: '6',
      status: 'completed',
      isBlocked: false,
    })
  })

  it('should let the first of repeated facts count', () => {
    const facts = [
      fact('step_opened', '1', 'a'),
      fact('step_opened', '2', 'a'),
      fact('step_completed', '3', 'a', { timeSpent: 1 }),
      fact('step_completed', '4', 'a', { timeSpent: 2 }),
      fact('course_completed', '5'),
      fact('course_completed', '6'),
    ]
    expect(recomputeProgress(facts)).toMatchObject({
      steps: { a: { openedAt: '1', completedAt: '3', timeSpent: 1 } },
      completedAt: '5',
    })
  })

  it('should count the attempts that were finished, and the best of them', () => {
    const answered = (attempt: number, question: string, isCorrect: boolean, stepId = 'a') =>
      fact('quiz_answered', '1', stepId, { attempt, question, options: [], isCorrect, total: 3 })
    const facts = [
      ...[answered(1, 'x', true), answered(1, 'y', true), answered(1, 'z', false)],
      // Given up, and one of another step.
      ...[answered(2, 'x', true), answered(2, 'y', true), answered(3, 'z', true, 'b')],
      ...[answered(3, 'x', false), answered(3, 'x', true), answered(3, 'y', false), answered(3, 'z', true)],
    ]
    expect(recomputeProgress(facts).quizzes).toEqual({ a: { finished: 2, best: 66, score: 66 } })
  })
})
