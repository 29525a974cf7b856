import { describe, expect, it } from 'vitest'

import { after, atTask, handIn, review, task } from '../../testing/atTask.ts'

const notice = (key: string) => [{ type: 'notice', key }]

describe('a review', () => {
  it('should complete the step and lead on, once', () => {
    const learner = atTask({ maxPoints: 20 })
    handIn(learner)
    expect(review(learner, 'approved', { score: 15 })).toMatchObject([
      { type: 'reviewed', verdict: 'approved', score: 15, maxScore: 20, comment: 'Look again', next: 'next' },
    ])
    expect(review(learner, 'rejected')).toEqual([])
    expect(learner.state.steps[task]).toMatchObject({ assignment: { status: 'approved', best: 75 } })
    expect(learner.countFacts('step_completed')).toBe(1)
    expect(learner.countFacts('assignment_reviewed')).toBe(1)
    expect(learner.tap('next')).toMatchObject([{ stepId: after }])
  })

  it('should offer another attempt until there are none left', () => {
    const learner = atTask({ maxAttempts: 2 })
    handIn(learner)
    expect(review(learner, 'rejected')).toMatchObject([{ canRetry: true, attemptsLeft: 1, next: null }])
    expect(learner.open(task)).toMatchObject([{ assignment: { stage: 'rejected', comment: 'Look again' } }])
    expect(handIn(learner)).toMatchObject([{ attempt: 2 }])
    expect(review(learner, 'approved', { attempt: 1 })).toEqual([])
    expect(review(learner, 'rejected', { attempt: 2 })).toMatchObject([{ canRetry: false, attemptsLeft: 0 }])
    expect(learner.say('once more')).toEqual(notice('noAttemptsLeft'))
  })

  it('should tell a learner who is elsewhere, and leave them there', () => {
    const learner = atTask({ isBlockingWhilePending: false })
    handIn(learner)
    learner.tap('next')
    const { state } = learner
    expect(review(learner, 'rejected')).toMatchObject([{ type: 'reviewed', next: null, canRetry: true }])
    expect(learner.state).toMatchObject({ version: state.version, view: 'step', stepId: after })
    expect(learner.state.lastActionAt).toBe(state.lastActionAt)
  })

  it('should mark in the contents what waits, and lead to the end from elsewhere when that was all', () => {
    const learner = atTask({ isBlockingWhilePending: false })
    handIn(learner)
    learner.tap('next')
    learner.tap('next')
    learner.open(after)
    expect(learner.command('contents')).toMatchObject([{ steps: [{ mark: 'waiting' }, { mark: 'done' }] }])
    expect(review(learner, 'approved')).toMatchObject([{ type: 'reviewed', next: 'finish' }])
    expect(learner.tap('next')).toMatchObject([{ type: 'completion' }])
  })

  it('should say that the course cannot go on when a required answer is rejected for good', () => {
    const learner = atTask({ maxAttempts: 1 })
    handIn(learner)
    expect(review(learner, 'rejected')).toMatchObject([{ canRetry: false, isHeld: true }])
    const optional = atTask({ maxAttempts: 1 }, false)
    handIn(optional)
    expect(review(optional, 'rejected')).toMatchObject([{ canRetry: false, isHeld: false }])
  })

  it('should be given at once, or after days, where nobody has to look', () => {
    const atOnce = atTask({ autoApproveDays: 0, maxPoints: 5 })
    expect(handIn(atOnce)).toMatchObject([{ type: 'submitted', isApproved: true, next: 'next' }])
    expect(atOnce.records).toMatchObject([{ type: 'submission', isApproved: true }])
    expect(atOnce.tap('next')).toMatchObject([{ stepId: after }])

    const later = atTask({ autoApproveDays: 3 })
    handIn(later)
    expect(later.records).toMatchObject([
      { type: 'submission', isApproved: false },
      { type: 'timer', kind: 'autoApprove', attempt: 1, dueAt: '2026-03-04T10:00:00.000Z' },
    ])
    const due = { type: 'timeUp', kind: 'autoApprove', stepId: task, attempt: 1 } as const
    expect(later.act(due)).toMatchObject([{ type: 'reviewed', verdict: 'approved', next: 'next' }])
    expect(later.records.at(-1)).toMatchObject({ type: 'autoApproval', attempt: 1 })
    expect(later.act(due)).toEqual([])
  })

  it('should let a step that is not required be passed over without an answer', () => {
    const learner = atTask({}, false)
    expect(learner.tap('next')).toMatchObject([{ stepId: after }])
    expect(learner.state.steps[task]?.completedAt).toBeNull()
  })
})
