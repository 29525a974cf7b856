import { describe, expect, it } from 'vitest'

import { buildRelease } from '../testing/buildRelease.ts'
import { a, b, begun, c, finished } from '../testing/threeSteps.ts'
import { uuidOf } from '../testing/uuidOf.ts'

const x = uuidOf(4)

describe('a course that is published again', () => {
  it('should move to the newest release with the next forward step', () => {
    const learner = begun()
    learner.publish(buildRelease(2, [{ id: a }, { id: x }, { id: b }, { id: c }]))
    expect(learner.command('resume')).toMatchObject([{ releaseId: uuidOf(9001), progress: { total: 3 } }])
    expect(learner.tap('next')).toMatchObject([
      { releaseId: uuidOf(9002), stepId: x, progress: { done: 1, total: 4, percent: 25 } },
    ])
    expect(learner.facts.at(-2)).toMatchObject({ type: 'step_completed', stepId: a, releaseId: uuidOf(9001) })
    expect(learner.facts.at(-1)).toMatchObject({ type: 'step_opened', stepId: x, releaseId: uuidOf(9002) })
  })

  it('should go on after the nearest step that is left when the present one was removed', () => {
    const learner = begun()
    learner.tap('next')
    learner.publish(buildRelease(2, [{ id: x }, { id: a }, { id: c }]))
    expect(learner.command('resume')).toMatchObject([{ stepId: b, releaseId: uuidOf(9001) }])
    expect(learner.tap('next')).toMatchObject([{ stepId: c, releaseId: uuidOf(9002), next: 'next' }])
    expect(learner.state.steps[b]?.completedAt).not.toBeNull()
    expect(learner.tap('next')).toMatchObject([{ stepId: x, next: 'finish' }])
    expect(learner.tap('next')).toMatchObject([{ type: 'completion' }])
  })

  it('should keep the place across a /start when its step was removed', () => {
    const learner = begun()
    learner.tap('next')
    learner.publish(buildRelease(2, [{ id: a }, { id: c }]))
    expect(learner.start()).toMatchObject([{ releaseId: uuidOf(9002), next: 'resume' }])
    expect(learner.tap('resume')).toMatchObject([{ stepId: b, releaseId: uuidOf(9001) }])
    expect(learner.tap('back')).toMatchObject([{ stepId: a, releaseId: uuidOf(9002) }])
  })

  it('should go on with what is there when the release of the place cannot be had', () => {
    const learner = begun()
    learner.publish(buildRelease(2, [{ id: b }, { id: c }]))
    learner.release = () => null
    expect(learner.command('resume')).toMatchObject([{ stepId: b, releaseId: uuidOf(9002) }])
  })

  it('should lead to a lesson that was added before the present place, without repeating what is done', () => {
    const learner = begun()
    learner.tap('next')
    learner.tap('next')
    learner.publish(buildRelease(2, [{ id: a }, { id: x }, { id: b }, { id: c }]))
    expect(learner.tap('next')).toMatchObject([{ stepId: x, next: 'finish', progress: { percent: 75 } }])
    expect(learner.tap('next')).toMatchObject([{ type: 'completion' }])
  })

  it('should keep open what was open', () => {
    const learner = begun()
    learner.tap('next')
    learner.publish(buildRelease(2, [{ id: x }, { id: a }, { id: b }, { id: c }]))
    expect(learner.tap('contents')).toMatchObject([
      { steps: [{ mark: 'open' }, { mark: 'done' }, { mark: 'current' }, { mark: 'locked' }] },
    ])
    expect(learner.open(b)).toMatchObject([{ stepId: b, releaseId: uuidOf(9002) }])
  })

  it('should pass locked steps on the way back', () => {
    const learner = begun()
    learner.tap('next')
    const y = uuidOf(5)
    learner.publish(buildRelease(2, [{ id: a }, { id: x }, { id: y }, { id: b }, { id: c }]))
    expect(learner.tap('back')).toMatchObject([{ stepId: x, hasBack: true }])
  })

  it('should leave a finished learner finished when a lesson is added', () => {
    const learner = finished()
    const { completedAt } = learner.state
    learner.publish(buildRelease(2, [{ id: a }, { id: b }, { id: c }, { id: x }]))
    learner.wait(60)
    expect(learner.command('progress')).toMatchObject([
      { isCompleted: true, progress: { done: 3, total: 4, percent: 100 } },
    ])
    expect(learner.open(c)).toMatchObject([{ next: 'next' }])
    expect(learner.tap('next')).toMatchObject([{ stepId: x, next: 'finish' }])
    expect(learner.tap('next')).toMatchObject([{ type: 'completion', progress: { done: 4 } }])
    expect(learner.state.completedAt).toBe(completedAt)
    expect(learner.countFacts('course_completed')).toBe(1)
  })
})
